/**
 * The REST API of the journal: {@code /api/v1/entries}. A day is JSON or, at the same address, its Markdown file itself;
 * what is refused is explained as a problem detail (RFC 9457) with one row for each bad field.
 */
package dev.tilab.journal.web.api;

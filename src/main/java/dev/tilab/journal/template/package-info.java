/**
 * Reads and writes the TIL template without losing a byte.
 *
 * <p>A document is a partition of its text: every field is read out of lines that stay where they are, and an edit rewrites
 * only the lines of what differs. Knows no framework; safe for any text, linear in its length.
 */
package dev.tilab.journal.template;

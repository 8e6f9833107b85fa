/**
 * Finds days by what they say. An index beside the journal, which can be lost without loss: it is compared with the journal and made
 * anew where it differs (docs/adr/0030).
 */
package dev.tilab.journal.search;

/** The journal's way out and in in bulk: {@link dev.tilab.journal.transfer.Export} writes all days into one archive. */
package dev.tilab.journal.transfer;

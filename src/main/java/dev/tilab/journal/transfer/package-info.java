/**
 * The journal's way out and in in bulk: {@link dev.tilab.journal.transfer.Export} writes all days into one archive, {@link
 * dev.tilab.journal.transfer.Imports} looks at many files at once and takes those that their owner has decided about.
 */
package dev.tilab.journal.transfer;

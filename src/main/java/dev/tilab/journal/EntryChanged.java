package dev.tilab.journal;

/**
 * Something about an entry is saved, or it is deleted for good: told within the transaction that does it, for whoever keeps something
 * derived from texts elsewhere.
 *
 * @param id number of the entry
 */
public record EntryChanged(long id) {}

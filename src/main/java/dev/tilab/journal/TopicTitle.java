package dev.tilab.journal;

/** A topic's title and the entry that it is in. */
record TopicTitle(long entryId, String title) {}

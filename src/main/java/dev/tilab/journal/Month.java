package dev.tilab.journal;

/** A month as the database says it. */
record Month(int year, int month) {}

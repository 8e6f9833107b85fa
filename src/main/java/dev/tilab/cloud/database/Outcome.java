package dev.tilab.cloud.database;

/** What became of a call. */
public enum Outcome { IN_FLIGHT, COMPLETED, TIMED_OUT, RESET, NO_CONNECTION }

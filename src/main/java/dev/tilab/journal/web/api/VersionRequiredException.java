package dev.tilab.journal.web.api;

/** A change came without the version that it is based on. */
final class VersionRequiredException extends RuntimeException {}

package dev.tilab.journal;

/**
 * A tag and on how many days it stands.
 *
 * @param tag without its sign, as tags are compared
 */
public record TagCount(String tag, long days) {}

package dev.tilab.journal.template;

/**
 * Text that fits none of the fields and is kept and shown at its place: a section of the writer's own, or lines of a known
 * section that say something else (a scrum line with an unknown key).
 *
 * @param title the heading without its hashes
 * @param body Markdown, {@code \n} as line end
 * @param line line of the heading, from 1
 */
public record Section(String title, String body, int line) {}

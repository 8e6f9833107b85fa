package dev.tilab.journal.template;

/**
 * A part of a line.
 *
 * @param line index of the line
 * @param from first character within the line
 * @param to character after the last one
 */
record Row(int line, int from, int to) {}

package dev.tilab.journal.template;

/**
 * One thing to do: a line of a note; see {@link Tasks}.
 *
 * @param number which task of its note it is, from 0
 * @param line which line of the note, from 0
 * @param end line of the note behind the last one that belongs to it
 * @param depth how many tasks it stands below, in their lists
 * @param marker what makes it a list item ({@code -}, {@code 1.}), empty where it is none
 * @param column where its box stands in its line, or where one would be put
 * @param boxed whether it has a box
 * @param done whether the box is ticked
 * @param words what is to be done; lines that belong to it left out
 */
public record Task(
        int number,
        int line,
        int end,
        int depth,
        String marker,
        int column,
        boolean boxed,
        boolean done,
        String words) {

    /** What it is told by from another one, however its words are spaced, encoded or written large. */
    public String key() {
        return Folded.of(words).text().strip().replaceAll(" +", " ");
    }

    Task endingAt(int last) {
        return new Task(number, line, last, depth, marker, column, boxed, done, words);
    }
}

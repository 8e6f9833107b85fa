package dev.tilab.journal.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the box of a task asks for when it is pressed, as its value says it: {@code 3:done:create the target group}.
 *
 * @param number which task of the day's to-do
 * @param done whether it is to be ticked or to be open
 * @param key what the task says, so that another one that stands there now is not taken for it
 */
record Tick(int number, boolean done, String key) {

    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,6}):(done|open):(.+)");

    static Optional<Tick> parse(String value) {
        Matcher tick = SYNTAX.matcher(value);
        return tick.matches()
                ? Optional.of(
                        new Tick(Integer.parseInt(tick.group(1)), tick.group(2).equals("done"), tick.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + ":" + (done ? "done" : "open") + ":" + key;
    }
}

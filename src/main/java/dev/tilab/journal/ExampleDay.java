package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.util.Locale;

/** A day written by us, to be looked at where nothing has been written yet. It is shown without being stored. */
public final class ExampleDay {

    private ExampleDay() {}

    /** The day's file in Korean, or in English for every other language. */
    public static String markdown(Locale language) {
        throw new UnsupportedOperationException();
    }

    /** The day as fields. */
    public static DayFields fields(Locale language) {
        throw new UnsupportedOperationException();
    }
}

package dev.tilab.journal.web;

/**
 * A day's whole text as a browser sends it.
 *
 * @param date the day, as its address spells it
 * @param version of the entry that the text was made from, empty for a new day
 * @param compare whether the stored text stands beside it
 * @param text whatever ends its lines
 */
record TextForm(String date, String version, Boolean compare, String text) {

    TextForm {
        date = date == null ? "" : date;
        compare = Boolean.TRUE.equals(compare);
        version = version == null ? "" : version;
        text = text == null ? "" : text;
    }

    TextForm comparing() {
        return new TextForm(date, version, true, text);
    }

    /** Whether it is the text but for what no form can carry: what ends its lines. */
    boolean says(String stored) {
        return Texts.lines(text).equals(Texts.lines(stored));
    }
}

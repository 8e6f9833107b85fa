package dev.tilab.journal.web;

import dev.tilab.journal.Entry;

/**
 * What a page says of the day that it was made from, so that it is understood as it was made: {@code 7}, or {@code 7.3} where names
 * for sections were chosen.
 *
 * @param version of the entry; -1, which no entry has, where the page says none
 * @param reading by which settings it was read
 */
record MadeFrom(long version, long reading) {

    private static final MadeFrom NOTHING = new MadeFrom(-1, 0);

    static MadeFrom of(Entry entry) {
        return new MadeFrom(entry.version(), entry.reading());
    }

    static MadeFrom of(String sent) {
        String[] parts = sent.strip().split("\\.", 2);
        try {
            return new MadeFrom(Long.parseLong(parts[0]), parts.length == 1 ? 0 : Long.parseLong(parts[1]));
        } catch (NumberFormatException none) {
            return NOTHING;
        }
    }

    @Override
    public String toString() {
        return reading == 0 ? String.valueOf(version) : version + "." + reading;
    }
}

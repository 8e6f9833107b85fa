package dev.tilab.labs.elb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of the timeline; numbers in its columns stand for them in the order given here. */
final class Words {

    private Words() {}

    static String id(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> ids(Enum<?>[] words) {
        return Arrays.stream(words).map(Words::id).toList();
    }
}

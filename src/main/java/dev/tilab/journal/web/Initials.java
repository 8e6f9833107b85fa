package dev.tilab.journal.web;

import dev.tilab.journal.markdown.WikiLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts names under the letters by which an index is looked through: 가 나 다 … 하, A to Z, then all others. */
final class Initials {

    /** Of the nineteen first consonants, those that a doubled one stands with. */
    private static final String CONSONANTS = "가가나다다라마바바사사아자자차카타파하";

    private static final int SYLLABLES_OF_A_CONSONANT = 588;
    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';

    /** What begins with a digit or a sign. */
    static final String OTHERS = "#";

    private Initials() {}

    /** @param letter under which they stand */
    record Group<T>(String letter, List<T> items) {}

    /** Groups in their order, each by its names. */
    static <T> List<Group<T>> groups(List<T> items, Function<T, String> name) {
        Comparator<T> byName = Comparator.comparing(item -> WikiLink.topic(name.apply(item)));
        Map<String, List<T>> groups =
                new TreeMap<>(Comparator.comparing(Initials::rank).thenComparing(Comparator.naturalOrder()));
        items.stream()
                .sorted(byName)
                .forEach(item -> groups.computeIfAbsent(letter(name.apply(item)), key -> new ArrayList<>())
                        .add(item));
        return groups.entrySet().stream()
                .map(group -> new Group<>(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    private static int rank(String letter) {
        return letter.equals(OTHERS) ? 2 : letter.charAt(0) >= FIRST_SYLLABLE ? 0 : 1;
    }

    static String letter(String name) {
        String normal = WikiLink.topic(name);
        char first = normal.isEmpty() ? ' ' : normal.charAt(0);
        if (first >= FIRST_SYLLABLE && first <= LAST_SYLLABLE) {
            return CONSONANTS
                    .substring((first - FIRST_SYLLABLE) / SYLLABLES_OF_A_CONSONANT)
                    .substring(0, 1);
        }
        return first >= 'a' && first <= 'z' ? String.valueOf(Character.toUpperCase(first)) : OTHERS;
    }
}

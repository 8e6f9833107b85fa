package dev.tilab.journal.search;

import dev.tilab.journal.markdown.TagMark;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * What somebody typed to find something, word by word. Whatever it is, it can be asked for: nothing in it is an order but quotes,
 * around words that have to stand side by side, and the sign of a tag before the first word.
 *
 * @param tags as they are compared, see {@link TagMark#normal}
 */
record Question(List<Word> words, Set<String> tags) {

    /** How many syllables together hardly stand side by side by chance at the end of one word and the beginning of another. */
    private static final int SPACED_FROM = 4;

    private static final Pattern WORD = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]?|([^\\s\"“”]+)");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]");

    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}+");

    /** Behind a word in another script, which the dictionary takes for nouns: {@code ALB의}. */
    private static final Pattern PARTICLE = Pattern.compile(
            "(?<=[\\p{IsLatin}\\p{Nd})])(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|만|로|으로|까지|부터|이나|이랑|처럼|보다|마다|라는|이라는)$");

    private static final Set<POS.Tag> ENDINGS =
            Set.of(POS.Tag.J, POS.Tag.E, POS.Tag.XSV, POS.Tag.XSA, POS.Tag.VCP, POS.Tag.VX);

    /**
     * One word, in each of the ways in which it may have been written.
     *
     * @param sideBySide what is found where it stands so, and for how many ways of writing it stands; the last one may say less than was
     *     asked
     * @param joined the last of these ways as it is asked for where no spaces are, which is quicker; null where that finds less
     * @param stem whether the dictionary knows it as a verb or an adjective, to be found by its stem too
     */
    record Word(String typed, Map<String, Integer> sideBySide, String joined, boolean stem) {}

    static Question of(String typed) {
        List<Word> words = new ArrayList<>();
        String text = PlainWords.normal(typed);
        Set<String> tags = new LinkedHashSet<>();
        Matcher tag = TagMark.PATTERN.matcher(text);
        int at = behindSpaces(text, 0);
        while (tag.region(at, text.length()).lookingAt()) {
            tags.add(TagMark.normal(tag.group(1)));
            at = behindSpaces(text, tag.end());
        }
        Matcher found = WORD.matcher(text.substring(at));
        while (found.find()) {
            if (found.group(1) == null) {
                words.add(word(found.group(2)));
            } else if (!found.group(1).isBlank()) {
                words.add(new Word(found.group(1), Map.of(spaced(found.group(1)), 1), joined(found.group(1)), false));
            }
        }
        return new Question(
                words.stream()
                        .filter(word -> word.typed().codePoints().anyMatch(Character::isLetterOrDigit))
                        .distinct()
                        .toList(),
                tags);
    }

    private static int behindSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether any of its words is found by its stem. */
    boolean asksForStems() {
        return words.stream().anyMatch(Word::stem);
    }

    private static Word word(String typed) {
        Map<String, Integer> ways = new LinkedHashMap<>();
        ways.put(typed, 1);
        String bare = PARTICLE.matcher(typed).replaceFirst("");
        boolean stem = false;
        Matcher last = HANGUL.matcher(bare);
        int at = -1;
        while (last.find()) {
            at = last.start();
        }
        if (at >= 0 && HANGUL.matcher(bare.substring(at)).matches()) {
            Dictionary known = Dictionary.of(bare.substring(at));
            stem = at == 0 && known.verb();
            if (known.end() >= 2 || at > 0 && known.end() > 0) {
                bare = bare.substring(0, at + known.end());
            }
        }
        String apart = !HANGUL.matcher(bare).matches() || bare.length() >= SPACED_FROM ? spaced(bare) : bare;
        // Syllable by syllable the word is found without spaces too. Asked for both ways, a frequent one costs half as
        // much again.
        ways.putIfAbsent(apart, apart.equals(bare) || bare.equals(typed) ? 1 : 2);
        return new Word(typed, ways, apart.equals(bare) ? null : joined(bare), stem);
    }

    /** Syllable by syllable: pairs of syllables count otherwise than what stands beside them, and see spaces. */
    private static String spaced(String text) {
        return HANGUL.matcher(text)
                .replaceAll(syllables -> syllables
                        .group()
                        .codePoints()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining(" ")));
    }

    /** Where spaces are left out, a syllable alone is one only between other scripts and the ends of sentences. */
    private static String joined(String text) {
        return HANGUL.matcher(text)
                                .results()
                                .anyMatch(syllables -> syllables.group().length() >= 2)
                        && HANGUL.matcher(text)
                                .results()
                                .noneMatch(syllables -> syllables.group().length() == 1)
                        && SENTENCE_END.matcher(text).results().findAny().isEmpty()
                ? text
                : null;
    }

    /**
     * What the dictionary knows of a word.
     *
     * @param end where the particles and endings behind it begin; 0 where it is nothing else
     * @param verb whether it is a verb or an adjective
     */
    private record Dictionary(int end, boolean verb) {

        static Dictionary of(String word) {
            try (KoreanTokenizer tokens = new KoreanTokenizer(
                    KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                    null,
                    KoreanTokenizer.DecompoundMode.DISCARD,
                    true)) {
                tokens.setReader(new StringReader(word));
                tokens.reset();
                PartOfSpeechAttribute kind = tokens.getAttribute(PartOfSpeechAttribute.class);
                OffsetAttribute place = tokens.getAttribute(OffsetAttribute.class);
                int end = 0;
                boolean verb = false;
                while (tokens.incrementToken()) {
                    if (!ENDINGS.contains(kind.getLeftPOS())) {
                        end = place.endOffset();
                        verb |= kind.getLeftPOS() == POS.Tag.VV || kind.getLeftPOS() == POS.Tag.VA;
                    }
                }
                return new Dictionary(end, verb);
            } catch (IOException fromAString) {
                throw new UncheckedIOException(fromAString);
            }
        }
    }
}

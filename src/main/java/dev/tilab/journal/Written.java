package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.Section;
import dev.tilab.journal.template.TilDocument;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much a day says, in words: what stands between white space and has a letter or a digit, which in Korean are 어절. All that was
 * written counts, code and copied lines too; what the template gives does not, nor its headings, the head of the file, the day's title
 * and date.
 */
final class Written {

    /** Signs at the beginning of a line that are no words: quotes, headings, items with their numbers and boxes. */
    private static final Pattern SIGNS = Pattern.compile(
            "^[ \\t]*+(?:>[ \\t]*+){0,8}(?:#{1,6}[ \\t]|[-*+•][ \\t]|\\d{1,9}[.)][ \\t])?[ \\t]*+(?:[-*+][ \\t]++)?(?:\\[[ xX]][ \\t])?",
            Pattern.MULTILINE);

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>\\n]{0,200}+>");

    private Written() {}

    static int words(TilDocument document) {
        Stream<String> fields = Arrays.stream(DayField.values()).flatMap(document.fields()::texts);
        Stream<String> others = document.leftOver().stream().map(Section::body);
        return Stream.concat(fields, others).mapToInt(Written::words).sum();
    }

    private static int words(String text) {
        if (text.isBlank()) {
            return 0;
        }
        String bare = SIGNS.matcher(text).replaceAll("");
        if (bare.indexOf('<') >= 0) {
            bare = TAG.matcher(bare).replaceAll(" ");
        }
        int words = 0;
        boolean counted = false;
        for (int i = 0; i < bare.length(); ) {
            int sign = bare.codePointAt(i);
            if (Character.isWhitespace(sign) || sign == 0xA0) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(sign)) {
                counted = true;
                words++;
            }
            i += Character.charCount(sign);
        }
        return words;
    }
}

package dev.tilab.journal.template;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the template that stand where nobody has written yet. */
final class Placeholders {
    private static final Set<String> WORDS =
            Set.of("주제에대한설명", "도전과제에대한설명", "해결방법에대한설명", "회고내용", "descriptionofthetopic", "yyyymmdd");
    /** Marks around nothing: a line break, a callout of Notion's that nobody has filled, a box or a bullet alone. */
    private static final Pattern EMPTY = Pattern.compile("\\[[ x]]\\s*|[-*+•]\\s*");

    private static final Pattern EMPTY_TAG = Pattern.compile("</?(?:br|aside|p|div)\\s*/?>\\s*");

    private static final Set<String> LINK_TITLES = Set.of("링크제목", "linktitle", "제목", "title");

    /** Whether there is something to see, and all of it is placeholders. */
    static boolean only(List<String> texts) {
        boolean found = false;
        for (String text : texts) {
            Folded line = Folded.of(text);
            if (!line.isBlank()) {
                if (!is(line) && !isEmpty(line)) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** Whether the line has marks and nothing else: no words were asked for there, and none are missing. */
    static boolean isEmpty(Folded line) {
        Bullet bullet = Bullet.of(line);
        int start = bullet == null ? line.skipSpaces(0) : bullet.end();
        if (bullet != null && start >= line.length()) {
            return true;
        }
        String text = line.text(Math.min(start, line.length()), line.length());
        return EMPTY.matcher(text).matches() || areEmptyTags(text);
    }

    /** One by one: a pattern that repeats them would take a stack as deep as the line is long. */
    private static boolean areEmptyTags(String text) {
        Matcher tag = EMPTY_TAG.matcher(text);
        int end = 0;
        while (end < text.length() && tag.region(end, text.length()).lookingAt()) {
            end = tag.end();
        }
        return end > 0 && end == text.length();
    }

    static boolean is(Folded line) {
        if (line.length() > 80) {
            return false;
        }
        Bullet bullet = Bullet.of(line);
        int start = bullet == null ? line.skipSpaces(0) : bullet.end();
        String words = words(line, start);
        if (WORDS.contains(words) || isDetail(words)) {
            return true;
        }
        int open = line.indexOf('[', start);
        int close = line.indexOf(']', start);
        return open == start && close > open && line.at(close + 1) == '(' && isLink(line, open, close);
    }

    /** {@code [링크 제목](URL)}. */
    private static boolean isLink(Folded line, int open, int close) {
        int end = line.indexOf(')', close);
        return end > 0
                && line.skipSpaces(end + 1) >= line.length()
                && line.text(close + 2, end).strip().equals("url")
                && LINK_TITLES.contains(words(line, open).replace("url", ""));
    }

    /** {@code 상세 내용 1}. */
    private static boolean isDetail(String words) {
        return words.startsWith("상세내용")
                && words.length() <= 6
                && words.chars().skip(4).allMatch(c -> DateSpan.isDigit((char) c));
    }

    private static String words(Folded line, int start) {
        StringBuilder words = new StringBuilder();
        for (int i = start; i < line.length(); i++) {
            if (Label.isWord(line.at(i))) {
                words.append(line.at(i));
            }
        }
        return words.toString();
    }

    private Placeholders() {}
}

package dev.tilab.journal;

import dev.tilab.journal.markdown.WikiLink;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a text is no code: signs that mean something to the journal mean nothing there. Takes time linear in its length. */
final class Prose {

    private static final Pattern FENCE = Pattern.compile("^[ \\t]{0,12}(`{3,}|~{3,}).*");

    private static final Pattern CODE = Pattern.compile("`[^`\\n]{0,500}`");

    /** Sign of the fence that is open. */
    private String fence;

    private Prose() {}

    /**
     * A line outside of fenced code.
     *
     * @param typed as it stands there
     * @param prose the same with another sign for each character of code, so that places in both are the same
     */
    record Line(String typed, String prose) {}

    static Stream<Line> lines(String text) {
        Prose prose = new Prose();
        return text.lines().sequential().filter(prose::isOutside).map(line -> new Line(line, withoutCode(line)));
    }

    private static String withoutCode(String line) {
        return line.indexOf('`') < 0
                ? line
                : CODE.matcher(line)
                        .replaceAll(code -> String.valueOf(WikiLink.CODE).repeat(code.end() - code.start()));
    }

    private boolean isOutside(String line) {
        Matcher fenced = FENCE.matcher(line);
        if (!fenced.matches()) {
            return fence == null;
        }
        String sign = fenced.group(1).substring(0, 1);
        if (fence == null || fence.equals(sign)) {
            fence = fence == null ? sign : null;
        }
        return false;
    }
}

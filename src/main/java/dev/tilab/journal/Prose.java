package dev.tilab.journal;

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

    /** Its lines without fenced code, and with a blank for each piece of code within them. */
    static Stream<String> lines(String text) {
        Prose prose = new Prose();
        return text.lines()
                .sequential()
                .filter(prose::isOutside)
                .map(line -> line.indexOf('`') < 0 ? line : CODE.matcher(line).replaceAll(" "));
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

package dev.tilab.journal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Reads a page as a browser without JavaScript would: which inputs its form sends, with which values. */
final class Html {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern TEXTAREA = Pattern.compile("<textarea\\b[^>]*>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern TEMPLATE = Pattern.compile("<template.*?</template>", Pattern.DOTALL);

    private Html() {}

    static Map<String, String> inputs(String page) {
        String body = TEMPLATE.matcher(page).replaceAll("");
        Map<String, String> values = new LinkedHashMap<>();
        INPUT.matcher(body).results().forEach(input -> {
            Matcher name = NAME.matcher(input.group());
            Matcher value = VALUE.matcher(input.group());
            if (name.find() && !name.group(1).startsWith("_csrf")) {
                values.put(name.group(1), value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "");
            }
        });
        TEXTAREA.matcher(body).results().forEach(area -> {
            Matcher name = NAME.matcher(area.group());
            if (name.find()) {
                // The parser drops a line end right after the tag.
                values.put(name.group(1), HtmlUtils.htmlUnescape(area.group(1)).replaceFirst("^\n", ""));
            }
        });
        return values;
    }
}

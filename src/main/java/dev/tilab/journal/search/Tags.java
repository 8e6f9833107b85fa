package dev.tilab.journal.search;

import dev.tilab.journal.template.Property;
import dev.tilab.journal.template.TilDocument;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a day is tagged with: {@code #네트워크} in its text, {@code tags:} in its head. Code has signs like it that are none. */
final class Tags {

    private static final Set<String> PROPERTIES = Set.of("tags", "tag", "태그", "keywords", "categories");

    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\p{L}\\p{N}#/&\\[(`])#(\\p{L}[\\p{L}\\p{M}\\p{N}_/-]{0,49})(?![\\p{L}\\p{N}`])");

    private static final Pattern FENCE = Pattern.compile("^[ \\t]{0,12}(`{3,}|~{3,}).*");

    private static final Pattern CODE = Pattern.compile("`[^`\\n]{0,500}`");

    private Tags() {}

    static Set<String> of(TilDocument document) {
        Set<String> tags = new TreeSet<>();
        for (Property property : document.properties()) {
            if (PROPERTIES.contains(property.name().toLowerCase(Locale.ROOT))) {
                Arrays.stream(property.value().split("[,\\s]+"))
                        .map(Tags::normal)
                        .forEach(tags::add);
            }
        }
        String fence = null;
        for (String line : (Iterable<String>) document.text().lines()::iterator) {
            Matcher fenced = FENCE.matcher(line);
            if (fenced.matches()) {
                String sign = fenced.group(1).substring(0, 1);
                fence = fence == null ? sign : fence.equals(sign) ? null : fence;
            } else if (fence == null && line.indexOf('#') >= 0) {
                Matcher tag =
                        IN_TEXT.matcher(PlainWords.normal(CODE.matcher(line).replaceAll(" ")));
                while (tag.find()) {
                    tags.add(normal(tag.group(1)));
                }
            }
        }
        tags.remove("");
        return tags;
    }

    /** As it is compared: with or without its sign, however it was typed. */
    static String normal(String tag) {
        String bare = PlainWords.normal(tag.strip()).toLowerCase(Locale.ROOT);
        return bare.startsWith("#") ? bare.substring(1) : bare;
    }
}

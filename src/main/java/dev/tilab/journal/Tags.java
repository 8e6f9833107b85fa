package dev.tilab.journal;

import dev.tilab.journal.markdown.TagMark;
import dev.tilab.journal.template.Property;
import dev.tilab.journal.template.TilDocument;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** What a day is tagged with: {@code #네트워크} in its text, {@code tags:} in its head. Code has signs like it that are none. */
public final class Tags {

    private static final Set<String> PROPERTIES = Set.of("tags", "tag", "태그", "keywords", "categories");

    private Tags() {}

    /** As they are compared, in their order; see {@link TagMark#normal}. */
    public static Set<String> of(TilDocument document) {
        Set<String> tags = new TreeSet<>();
        for (Property property : document.properties()) {
            if (PROPERTIES.contains(property.name().toLowerCase(Locale.ROOT))) {
                Arrays.stream(property.value().split("[,\\s]+"))
                        .map(TagMark::normal)
                        .forEach(tags::add);
            }
        }
        Prose.lines(document.text())
                .map(Prose.Line::prose)
                .filter(line -> line.indexOf('#') >= 0)
                .forEach(line -> {
                    Matcher tag = TagMark.PATTERN.matcher(Text.composed(line));
                    while (tag.find()) {
                        tags.add(TagMark.normal(tag.group(1)));
                    }
                });
        tags.remove("");
        return tags;
    }
}

package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page of Notion or a blog's file says about itself in its head.
 *
 * @param name such as {@code 태그}; empty for a line without one
 * @param value the rest of the line, and lines of a list below it
 */
public record Property(String name, String value) {

    static List<Property> of(Outline outline) {
        List<Property> properties = new ArrayList<>();
        for (int i = 0; i < outline.lines.size() && i < outline.property.length; i++) {
            String line = outline.lines.content(i).strip();
            boolean dated = outline.date != null && outline.date.line() == i;
            if (!outline.property[i] || line.isEmpty() || dated || Bullet.isRule(outline.lines.folded(i))) {
                continue;
            }
            int colon = line.indexOf(':');
            boolean indented = Character.isWhitespace(outline.lines.content(i).charAt(0)) || line.startsWith("- ");
            if (indented && !properties.isEmpty()) {
                Property last = properties.remove(properties.size() - 1);
                String more = line.startsWith("- ") ? unquoted(line.substring(2).strip()) : line;
                properties.add(new Property(last.name, last.value.isEmpty() ? more : last.value + ", " + more));
            } else if (colon > 0) {
                properties.add(new Property(
                        line.substring(0, colon).strip(),
                        shown(line.substring(colon + 1).strip())));
            } else {
                properties.add(new Property("", line));
            }
        }
        return List.copyOf(properties);
    }

    /** A list in brackets by its items, as one of a line each. */
    private static String shown(String value) {
        boolean list = value.length() > 1 && value.lastIndexOf('[') == 0 && value.indexOf(']') == value.length() - 1;
        return list
                ? Stream.of(value.substring(1, value.length() - 1).split(","))
                        .map(item -> unquoted(item.strip()))
                        .filter(item -> !item.isEmpty())
                        .collect(Collectors.joining(", "))
                : unquoted(value);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}

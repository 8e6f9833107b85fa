package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/** Writes topics. */
final class TopicWriter extends ListWriter<Item.Topic, DayFields.Topic> {

    TopicWriter(Draft draft, Reading reading) {
        super(draft, reading.topics, reading.fields.topics());
    }

    static List<String> lines(Style style, DayFields.Topic topic, int number) {
        List<String> lines = new ArrayList<>();
        lines.add(style.line(number, topic.title()));
        if (!topic.body().isEmpty()) {
            lines.add("");
            lines.addAll(List.of(topic.body().split("\n", -1)));
        }
        return lines;
    }

    /** Gives every topic that has none a heading with {@code 주제 N:}, so that other headings in its body start no topic. */
    static void makeExplicit(Draft draft, Reading reading) {
        int number = 1;
        for (Container<Item.Topic> container : reading.topics) {
            boolean numbered = container.style() == null || container.style().numbered();
            for (Item.Topic topic : container.items()) {
                if (container.style() == null || topic.isHidden()) {
                    continue;
                }
                if (topic.header == null && topic.body.places().get(0).row() == null) {
                    draft.insertAfter(
                            topic.from - 1, List.of(explicit(container, reading).line(number, ""), ""));
                } else if (topic.header != null && !numbered) {
                    int line = topic.header.line();
                    String header = explicit(container, reading).line(number, topic.title());
                    draft.patch(line, 0, draft.lines().content(line).length(), header);
                }
                number++;
            }
        }
    }

    private static Style explicit(Container<Item.Topic> container, Reading reading) {
        if (container.style().numbered()) {
            return container.style();
        }
        Heading heading = Folded.of(container.style().line(1, "x")).heading();
        int level = heading == null ? 4 : heading.level();
        return Style.numbered("#".repeat(level) + (reading.korean ? " 주제 " : " Topic "), true);
    }

    /** The text before the first section has no place for a title. */
    @Override
    boolean canHold(Item.Topic item, DayFields.Topic field) {
        return item.header != null || field.title().isEmpty() || !isPreamble(item);
    }

    @Override
    boolean takesNumber(Item.Topic item, DayFields.Topic field) {
        return item.header != null || !field.title().isEmpty();
    }

    @Override
    void edit(Item.Topic item, DayFields.Topic field, int number) {
        if (item.header != null) {
            item.header.write(field.title(), draft);
        } else if (!field.title().isEmpty()) {
            draft.insertAfter(item.from - 1, List.of(styleOf(item).line(Math.max(1, number), field.title()), ""));
        }
        item.body.write(field.body(), draft, false);
    }

    @Override
    List<String> fresh(Style style, DayFields.Topic field, int number) {
        return lines(style, field, number);
    }

    @Override
    void clear(Item.Topic item) {
        if (item.header == null) {
            item.body.write("", draft, false);
        }
    }

    @Override
    Style style(Container<Item.Topic> container) {
        return container.style();
    }

    private Style styleOf(Item.Topic item) {
        return style(container(item));
    }

    private boolean isPreamble(Item.Topic item) {
        return style(container(item)) == null;
    }
}

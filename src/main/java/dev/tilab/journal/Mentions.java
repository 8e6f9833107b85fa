package dev.tilab.journal;

import dev.tilab.journal.Mention.Kind;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.markdown.WikiLink;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.support.OneLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads out of a day what it mentions; see {@link Mention}. */
final class Mentions {

    /** Of each kind: a file of nothing but headings has as many rows as topics already. */
    static final int MOST = 500;

    private static final int LINE = 200;

    /** How much of a long line is shown before the link. */
    private static final int BEFORE = 80;

    private final List<Mention> found = new ArrayList<>();

    private Mentions() {}

    static List<Mention> of(TilDocument document) {
        Mentions mentions = new Mentions();
        Tags.of(document).stream()
                .map(Text::storable)
                .filter(tag -> tag.length() <= WikiLink.CHARACTERS)
                .limit(MOST)
                .forEach(tag -> mentions.add(Kind.TAG, tag, 0, ""));
        mentions.topics(document);
        mentions.challenges(document.fields().challenges());
        mentions.links(document.text());
        return List.copyOf(mentions.found);
    }

    /** Names of the topics that a text links to. */
    static List<String> linkedTopics(String text) {
        Mentions mentions = new Mentions();
        mentions.links(text);
        return mentions.found.stream()
                .filter(mention -> mention.kind() == Kind.TOPIC)
                .map(Mention::name)
                .toList();
    }

    private void add(Kind kind, String name, int part, String line) {
        found.add(new Mention(kind, name, part, line));
    }

    private void topics(TilDocument document) {
        List<DayFields.Topic> topics = document.fields().topics();
        List<String> anchors = PartAnchors.ofTopics(document);
        for (int i = 0; i < Math.min(MOST, topics.size()); i++) {
            String title = OneLine.of(Text.storable(topics.get(i).title()), WikiLink.CHARACTERS);
            String name = WikiLink.topic(title);
            if (!name.isEmpty()) {
                add(Kind.TITLE, name, PartAnchors.number(anchors.get(i)), title);
            }
        }
    }

    private void challenges(List<DayFields.Challenge> challenges) {
        int number = 0;
        int open = 0;
        for (int i = 0; i < challenges.size() && open < MOST; i++) {
            DayFields.Challenge challenge = challenges.get(i);
            number += challenge.isBlank() ? 0 : 1;
            if (!challenge.problem().isBlank() && challenge.solution().isBlank()) {
                add(Kind.CHALLENGE, "", number, plain(challenge.problem()));
                open++;
            }
        }
    }

    private void links(String text) {
        if (!text.contains("[[")) {
            return;
        }
        Set<String> days = new HashSet<>();
        Set<String> topics = new HashSet<>();
        for (Prose.Line line : (Iterable<Prose.Line>) Prose.lines(text)::iterator) {
            Matcher matcher = WikiLink.PATTERN.matcher(line.prose());
            while (matcher.find()) {
                WikiLink link = WikiLink.of(matcher.toMatchResult());
                String name = link.day().map(Object::toString).orElseGet(() -> WikiLink.topic(link.target()));
                boolean day = link.day().isPresent();
                Set<String> names = day ? days : topics;
                if (!name.isEmpty() && names.size() < MOST && names.add(name)) {
                    add(day ? Kind.DAY : Kind.TOPIC, Text.storable(name), 0, around(line.typed(), matcher.start()));
                }
            }
        }
    }

    /** One line of plain text in which the link is seen. */
    private static String around(String line, int link) {
        int from = link <= BEFORE
                ? 0
                : Character.isLowSurrogate(line.charAt(link - BEFORE)) ? link - BEFORE + 1 : link - BEFORE;
        String near = line.substring(from, Math.min(line.length(), from + 3 * WikiLink.CHARACTERS));
        return OneLine.of((from == 0 ? "" : "…") + plain(near), LINE);
    }

    private static String plain(String markdown) {
        return OneLine.of(
                Text.storable(MarkdownRenderer.plain(markdown.substring(0, Math.min(4_000, markdown.length())))), LINE);
    }
}

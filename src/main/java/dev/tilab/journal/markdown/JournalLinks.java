package dev.tilab.journal.markdown;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Leads from a text to other days: {@code [[2025-03-06]]}, {@code [[상태 확인]]} and {@code #네트워크} become links. They are looked for
 * in the tree that was read, so code and what is a link already stay as they are. A topic that no day has stays as it was typed, under
 * a quiet mark. Takes time linear in the length of the text.
 */
final class JournalLinks implements PostProcessor {

    /** Class of a link to a day or a topic. */
    static final String WITHIN = "within";

    /** Class of a link to what has the same tag. */
    static final String TAG = "tag";

    /** Class of a link to a topic that is nowhere. */
    static final String UNKNOWN = "nowhere";

    private static final String DAYS = "/journal/";
    private static final String TAGS = "/search?tag=";

    /** For one line of plain text: what is read of a link, without its signs. */
    static final PostProcessor AS_TEXT = document -> {
        for (Text text : texts(document)) {
            if (text.getLiteral().contains("[[")) {
                text.setLiteral(WikiLink.PATTERN
                        .matcher(text.getLiteral())
                        .replaceAll(match ->
                                Matcher.quoteReplacement(WikiLink.of(match).shown())));
            }
        }
        return document;
    };

    private final Function<String, Optional<String>> topics;
    private final Map<Node, String> classes = new IdentityHashMap<>();

    JournalLinks(Function<String, Optional<String>> topics) {
        this.topics = topics;
    }

    /** What kind of ours a link is; null for one that was typed as a link. */
    String classOf(Node link) {
        return classes.get(link);
    }

    @Override
    public Node process(Node document) {
        for (Text text : texts(document)) {
            String literal = text.getLiteral();
            if (literal.contains("[[") || literal.indexOf('#') >= 0) {
                split(text);
            }
        }
        return document;
    }

    /** Texts that stand in no link; listed before any is changed. */
    private static List<Text> texts(Node document) {
        List<Text> texts = new ArrayList<>();
        Node node = document;
        while (node != null) {
            if (node instanceof Text text) {
                texts.add(text);
            }
            node = node instanceof Link link ? past(link, document) : Nodes.after(node, document);
        }
        return texts;
    }

    /** What follows a link and all that stands in it. */
    private static Node past(Node link, Node document) {
        Node up = link;
        while (up != document && up.getNext() == null) {
            up = up.getParent();
        }
        return up == document ? null : up.getNext();
    }

    private void split(Text text) {
        String literal = text.getLiteral();
        Matcher wiki = WikiLink.PATTERN.matcher(literal);
        int from = 0;
        while (wiki.find()) {
            tagged(text, literal.substring(from, wiki.start()));
            wiki(text, wiki.toMatchResult());
            from = wiki.end();
        }
        tagged(text, literal.substring(from));
        text.unlink();
    }

    private void wiki(Text before, MatchResult match) {
        WikiLink link = WikiLink.of(match);
        Optional<String> address = link.day()
                .map(day -> DAYS + day)
                .or(() -> Optional.of(WikiLink.topic(link.target()))
                        .filter(name -> !name.isEmpty())
                        .flatMap(topics));
        if (address.isPresent()) {
            String title = link.label().isEmpty() ? null : link.target();
            link(before, new Link(address.get(), title), WITHIN, link.shown());
        } else {
            before.insertBefore(tag("<span class=\"" + UNKNOWN + "\">"));
            before.insertBefore(new Text(match.group()));
            before.insertBefore(tag("</span>"));
        }
    }

    private void link(Text before, Link link, String kind, String shown) {
        link.appendChild(new Text(shown));
        classes.put(link, kind);
        before.insertBefore(link);
    }

    private static HtmlInline tag(String literal) {
        HtmlInline tag = new HtmlInline();
        tag.setLiteral(literal);
        return tag;
    }

    /** A stretch without other links, before the text that it is part of. */
    private void tagged(Text before, String part) {
        Matcher tag = TagMark.PATTERN.matcher(part);
        int from = 0;
        while (part.indexOf('#', from) >= 0 && tag.find(from)) {
            plain(before, part.substring(from, tag.start()));
            String address = TAGS + URLEncoder.encode(TagMark.normal(tag.group(1)), StandardCharsets.UTF_8);
            link(before, new Link(address, null), TAG, tag.group());
            from = tag.end();
        }
        plain(before, part.substring(from));
    }

    private static void plain(Text before, String part) {
        if (!part.isEmpty()) {
            before.insertBefore(new Text(part));
        }
    }
}

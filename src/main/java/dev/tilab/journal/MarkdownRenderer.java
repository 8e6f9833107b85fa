package dev.tilab.journal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Turns Markdown that a person wrote into HTML that is safe to show. commonmark-java reads and renders, {@link SafeHtml}
 * lets through what may be shown; nothing is ever fetched.
 */
@Component
public class MarkdownRenderer {

    /** Deeper nesting than anybody writes, shallow enough for renderers that recurse. */
    private static final int MAX_DEPTH = 100;

    private static final List<Extension> MARKS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            AutolinkExtension.create());

    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .extensions(MARKS)
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    /**
     * Headings begin at level 3 whatever level the text uses, because the page's own heading above them is at level 2;
     * deeper ones follow without gaps.
     *
     * @param markdown CommonMark with tables, task lists, strikethrough and bare links
     * @param anchorPrefix begins every heading's id, such as {@code t1-}; different for each text of a page
     * @param tooIntricate sentence that says why the text stands there as it was written, where rendering it would take more
     *     work than a text of its length may (see {@link RenderingBudget})
     * @return HTML without script, style or event handler; a heading "라운드 로빈" has the id {@code t1-라운드-로빈}, a second one of
     *     the same words {@code t1-라운드-로빈-2}
     */
    public String html(String markdown, String anchorPrefix, String tooIntricate) {
        try {
            return rendered(markdown, anchorPrefix);
        } catch (TooIntricateException | StackOverflowError tooMuch) {
            return asWritten(markdown, tooIntricate);
        }
    }

    private static String rendered(String markdown, String anchorPrefix) {
        RenderingBudget budget = new RenderingBudget(markdown);
        Node document = parser(budget).parse(markdown);
        Map<Node, String> anchors = new HashMap<>();
        Anchors.of(document, anchorPrefix, anchors);
        BoundedHtml html = new BoundedHtml(budget);
        HtmlRenderer.builder()
                .extensions(MARKS)
                .sanitizeUrls(true)
                .urlSanitizer(new LinksOnly())
                .attributeProviderFactory(context -> attributes(anchors))
                .build()
                .render(document, html);
        return SafeHtml.of(html.toString(), anchorPrefix, Set.copyOf(anchors.values()), budget);
    }

    /** A browser takes away the first line end in it, hence one more. */
    private static String asWritten(String markdown, String why) {
        return "<p class=\"as-written\">" + escaped(why) + "</p><pre class=\"as-written\" tabindex=\"0\">\n"
                + escaped(markdown) + "</pre>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    /** The text alone, in one line; as it was written where reading it would be too much work. */
    public static String plain(String markdown) {
        try {
            return PLAIN.render(parser(new RenderingBudget(markdown)).parse(markdown)).strip();
        } catch (TooIntricateException | StackOverflowError tooMuch) {
            return Text.shortened(markdown, markdown.length());
        }
    }

    /** The guard is first in the list, because the extensions' own post-processors recurse over the tree. */
    private static Parser parser(RenderingBudget budget) {
        Parser.ParserExtension guard = builder -> builder.postProcessor(new TidyTree(MAX_DEPTH))
                .maxOpenBlockParsers(MAX_DEPTH)
                .customBlockParserFactory(new BoundedParagraphs(budget))
                .inlineParserFactory(context -> new BoundedInlines(context, budget));
        return Parser.builder()
                .extensions(Stream.concat(Stream.of(guard), MARKS.stream()).toList())
                .build();
    }

    private static AttributeProvider attributes(Map<Node, String> anchors) {
        return (node, tag, attributes) -> {
            if (node instanceof Heading) {
                attributes.put("id", anchors.get(node));
            } else if (node instanceof ListItem && node.getFirstChild() instanceof TaskListItemMarker) {
                attributes.put("class", "task");
            } else if (node instanceof TaskListItemMarker marker) {
                // The box has no label of its own; a reader that cannot see needs one.
                attributes.put("aria-label", label(marker));
            } else if (tag.equals("pre")) {
                // Long lines scroll, by keyboard too.
                attributes.put("tabindex", "0");
            }
        };
    }

    private static String label(TaskListItemMarker marker) {
        String text = marker.getNext() == null ? "" : Text.shortened(PLAIN.render(marker.getNext()), 80);
        return text.isEmpty() ? "-" : text;
    }

    /** Leaves the addresses of pictures to {@link SafeHtml}, which shows something in the place of those it cannot show. */
    private static final class LinksOnly extends DefaultUrlSanitizer {
        @Override
        public String sanitizeImageUrl(String url) {
            return url;
        }
    }
}

package dev.tilab.journal.markdown;

import dev.tilab.support.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
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

    private static final Extension TABLES = TablesExtension.create();

    /** One tilde is a range in Korean, as in 10~20분. */
    private static final List<Extension> MARKS = List.of(
            StrikethroughExtension.builder().requireTwoTildes(true).build(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create());

    /** What a code block's language may look like; all else that stands behind the fence is its title. */
    private static final Pattern LANGUAGE = Pattern.compile("[\\w+#.-]{1,40}");

    /**
     * In commonmark's own order, because it asks them in the order of this set: where a line may begin two of them, another order at
     * each start would read it otherwise at each start. HTML is left to {@link ShownHtml}.
     */
    private static final Set<Class<? extends Block>> CORE_BLOCKS = new LinkedHashSet<>(List.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            ThematicBreak.class,
            ListBlock.class,
            IndentedCodeBlock.class));

    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .extensions(drawn())
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    /**
     * Headings begin at level 3 whatever level the text uses, because the page's own heading above them is at level 2;
     * deeper ones follow without gaps. A line of the text is a line of the page.
     *
     * @param markdown CommonMark with tables, task lists, strikethrough, bare links, footnotes, callouts, marked words and
     *     formulas
     * @param anchorPrefix begins every heading's id, such as {@code t1-}; different for each text of a page
     * @param words the reader's words for a key of {@code messages/markdown.properties}; among them why a text stands there as
     *     it was written, where rendering it would take more work than a text of its length may (see {@link RenderingBudget})
     * @return HTML without script, style or event handler; a heading "라운드 로빈" has the id {@code t1-라운드-로빈}, a second one of
     *     the same words {@code t1-라운드-로빈-2}. Every word of the text that is not part of a mark that shows is in it
     */
    public String html(String markdown, String anchorPrefix, UnaryOperator<String> words) {
        return html(markdown, anchorPrefix, words, LineBreaks.KEPT);
    }

    /** The same with single line ends as somebody chose. */
    public String html(String markdown, String anchorPrefix, UnaryOperator<String> words, LineBreaks lineBreaks) {
        return html(markdown, anchorPrefix, words, lineBreaks, Surroundings.NONE);
    }

    /** The same with what the text can lead to. */
    public String html(
            String markdown,
            String anchorPrefix,
            UnaryOperator<String> words,
            LineBreaks lineBreaks,
            Surroundings around) {
        try {
            return new Reading(markdown, words).html(anchorPrefix, lineBreaks, around);
        } catch (TooIntricateException | StackOverflowError tooMuch) {
            return asWritten(markdown, words.apply("markdown.too-intricate"));
        }
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
            Node document = new Reading(markdown, UnaryOperator.identity()).document();
            return PLAIN.render(JournalLinks.AS_TEXT.process(document)).strip();
        } catch (TooIntricateException | StackOverflowError tooMuch) {
            return OneLine.of(markdown);
        }
    }

    private static List<Extension> drawn() {
        return Stream.concat(Stream.of(TABLES), MARKS.stream()).toList();
    }

    /** One text being read and drawn. */
    private static final class Reading {

        private final String markdown;
        private final RenderingBudget budget;
        private final UnaryOperator<String> words;
        private final Formulas formulas = new Formulas();
        private final Callouts callouts;
        private final Map<Node, String> anchors = new HashMap<>();
        private JournalLinks links;

        Reading(String markdown, UnaryOperator<String> words) {
            this.markdown = markdown;
            this.budget = new RenderingBudget(markdown);
            this.words = words;
            this.callouts = new Callouts(words);
        }

        String html(String anchorPrefix, LineBreaks lineBreaks, Surroundings around) {
            links = new JournalLinks(around.topics());
            Node document = links.process(document());
            Anchors.of(document, anchorPrefix, anchors);
            BoundedHtml html = new BoundedHtml(budget);
            HtmlRenderer.builder()
                    .extensions(drawn())
                    .softbreak(lineBreaks.html())
                    .sanitizeUrls(true)
                    .urlSanitizer(new LinksOnly())
                    .attributeProviderFactory(context -> this::attributes)
                    .build()
                    .render(document, html);
            return SafeHtml.of(html.toString(), anchorPrefix, Set.copyOf(anchors.values()), around.files(), budget);
        }

        /** The guard is first in the list, because the extensions' own post-processors recurse over the tree. */
        Node document() {
            Definitions definitions = new Definitions();
            Parser.ParserExtension guard = builder -> builder.postProcessor(new TidyTree(MAX_DEPTH, budget))
                    .postProcessor(definitions)
                    .postProcessor(callouts)
                    .postProcessor(new CodeTitles(LANGUAGE))
                    .maxOpenBlockParsers(MAX_DEPTH)
                    .enabledBlockTypes(CORE_BLOCKS)
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .customBlockParserFactory(new BoundedParagraphs(budget))
                    .customBlockParserFactory(new ShownHtml(markdown))
                    .customBlockParserFactory(new FormulaBlocks(markdown))
                    .customBlockParserFactory(new WholeRows())
                    .customInlineContentParserFactory(formulas)
                    .customDelimiterProcessor(new Highlighted())
                    .inlineParserFactory(context -> new BoundedInlines(context, budget, definitions));
            Parser.ParserExtension ends = builder -> builder.postProcessor(new AddressEnds());
            return Parser.builder()
                    .extensions(Stream.of(Stream.of(guard), MARKS.stream(), Stream.of(ends))
                            .flatMap(it -> it)
                            .toList())
                    .build()
                    .parse(markdown);
        }

        private void attributes(Node node, String tag, Map<String, String> attributes) {
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
            } else if (formulas.contains(node)) {
                attributes.put("class", "language-math");
            } else if (callouts.of(node) != null) {
                attributes.put("class", callouts.of(node));
            } else if (links.classOf(node) != null) {
                attributes.put("class", links.classOf(node));
            } else if (node instanceof Link link && saysItself(link)) {
                attributes.put("class", "bare");
            } else if (attributes.containsKey("data-footnote-backref-idx")) {
                attributes.put(
                        "aria-label",
                        words.apply("markdown.footnote-back") + " " + attributes.get("data-footnote-backref-idx"));
            }
        }
    }

    /** Whether the reader sees where it leads: on paper nobody can ask. */
    private static boolean saysItself(Link link) {
        return link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && link.getDestination().endsWith(text.getLiteral());
    }

    private static String label(TaskListItemMarker marker) {
        String text = marker.getNext() == null ? "" : OneLine.of(PLAIN.render(marker.getNext()), 80);
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

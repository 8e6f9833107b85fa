package dev.tilab.journal.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.owasp.html.Handler;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * What of a person's HTML may be shown. The OWASP sanitizer decides; before it, this class makes shown what would be lost or
 * would not work: pictures that are not there, Notion's callouts, wide tables, heading levels, links within the text.
 */
final class SafeHtml implements HtmlStreamEventReceiver {

    private static final String EXTERNAL = "noopener noreferrer nofollow";
    /** Open elements are passed faster than characters are read. */
    private static final int OPEN_PER_STEP = 4;

    /** What has no end in HTML. */
    private static final Set<String> VOID =
            Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr");

    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern LINK = Pattern.compile("(?i)(https?:)?//.*|mailto:.*");

    /** Addresses of TILab itself: a day, one of its parts, what has a tag, a run of a lab at an instant. */
    private static final Pattern WITHIN = Pattern.compile("/journal/\\d{4}-\\d{2}-\\d{2}(#[a-z]+-\\d{1,5})?"
            + "|/search\\?tag=[\\w%.*+-]{1,600}"
            + "|/labs/[a-z][a-z-]{0,40}\\?[\\w=&,.:%-]{1,4000}(#t=[\\d.]{1,20})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}%?");

    private static final String[] ELEMENTS = {
        "p",
        "br",
        "hr",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "pre",
        "code",
        "kbd",
        "samp",
        "var",
        "em",
        "strong",
        "b",
        "i",
        "u",
        "s",
        "del",
        "ins",
        "mark",
        "small",
        "sub",
        "sup",
        "q",
        "cite",
        "abbr",
        "a",
        "img",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "div",
        "span",
        "figure",
        "figcaption",
        "ruby",
        "rt",
        "rp",
        "input"
    };

    /** Whose tags only say how the words between them look or what they are for: the words are shown, the tags are not missed. */
    private static final Set<String> SEE_THROUGH = Set.of(
            "h1",
            "h2",
            "aside",
            "font",
            "center",
            "big",
            "tt",
            "strike",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "nav",
            "address",
            "hgroup",
            "time",
            "data",
            "bdi",
            "bdo",
            "wbr",
            "nobr",
            "dfn",
            "acronym",
            "label",
            "picture",
            "source",
            "col",
            "colgroup");

    private static final Set<String> SHOWN =
            Stream.concat(Stream.of(ELEMENTS), SEE_THROUGH.stream()).collect(Collectors.toUnmodifiableSet());

    /** A footnote's, or a reference's to it; as the footnotes' renderer names them. */
    private static final Pattern NOTE = Pattern.compile("fn(ref)?-.+");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowWithoutAttributes("span")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("rel")
            .matching(false, EXTERNAL)
            .onElements("a")
            .allowAttributes("title")
            .onElements("a", "img", "abbr", "span")
            .allowAttributes("src", "alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("loading")
            .matching(false, "lazy")
            .onElements("img")
            .allowAttributes("class")
            .matching(false, "attached")
            .onElements("img")
            .allowAttributes("download")
            .matching(false, "")
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("colspan", "rowspan")
            .matching(Pattern.compile("\\d{1,3}"))
            .onElements("th", "td")
            .allowAttributes("open")
            .onElements("details")
            .allowAttributes("id")
            .onElements("h3", "h4", "h5", "h6", "li", "a")
            .allowAttributes("tabindex")
            .matching(false, "0")
            .onElements("pre", "div")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[\\w+#.-]{1,40}"))
            .onElements("code")
            .allowAttributes("class")
            .matching(false, "task")
            .onElements("li")
            .allowAttributes("class")
            .matching(false, "tablewrap", "footnotes")
            .onElements("div")
            .allowAttributes("class")
            .matching(Pattern.compile("callout( (note|tip|important|warning|caution))?"))
            .onElements("blockquote")
            .allowAttributes("class")
            .matching(false, "callout-title", "code-title")
            .onElements("p")
            .allowAttributes("class")
            .matching(false, "footnote-ref")
            .onElements("sup")
            // One list: of two for the same element both would have to agree.
            .allowAttributes("class")
            .matching(
                    false,
                    "bare",
                    "footnote-backref",
                    "missing-image",
                    "attached",
                    JournalLinks.WITHIN,
                    JournalLinks.TAG)
            .onElements("a")
            .allowAttributes("aria-label")
            .onElements("a")
            .allowAttributes("class")
            .matching(false, "missing-image", JournalLinks.UNKNOWN)
            .onElements("span")
            .allowAttributes("type")
            .matching(false, "checkbox")
            .onElements("input")
            .allowAttributes("checked", "disabled", "aria-label")
            .onElements("input")
            .toFactory();

    private final HtmlStreamEventReceiver next;
    private final String anchorPrefix;
    private final Set<String> anchors;
    private final Set<String> unused;
    private final Set<String> notes = new HashSet<>();
    /** Levels that the text's open outline has, and what the open headings became. */
    private final Deque<Integer> outline = new ArrayDeque<>();

    private final Deque<String> openHeadings = new ArrayDeque<>();
    private final TextFiles files;
    private final RenderingBudget budget;
    private List<String> heldHeader;
    private int open;
    private int openLinks;

    private SafeHtml(
            HtmlStreamEventReceiver next,
            String anchorPrefix,
            Set<String> anchors,
            TextFiles files,
            RenderingBudget budget) {
        this.files = files;
        this.budget = budget;
        this.next = next;
        this.anchorPrefix = anchorPrefix;
        this.anchors = anchors;
        this.unused = new HashSet<>(anchors);
    }

    /**
     * @param html what the Markdown renderer made, with the person's own HTML in it
     * @param anchors ids that headings may have; other ids are taken away, so that no text can stand in for the page's own
     */
    static String of(String html, String anchorPrefix, Set<String> anchors, TextFiles files, RenderingBudget budget) {
        BoundedHtml out = new BoundedHtml(budget);
        HtmlStreamRenderer renderer = HtmlStreamRenderer.create(out, Handler.PROPAGATE, Handler.DO_NOTHING);
        HtmlSanitizer.sanitize(
                html, POLICY.apply(renderer), next -> new SafeHtml(next, anchorPrefix, anchors, files, budget));
        return out.toString();
    }

    /** Whether a tag of this name, in lower case, does something on the page. */
    static boolean shows(String name) {
        return SHOWN.contains(name);
    }

    @Override
    public void openDocument() {
        next.openDocument();
    }

    @Override
    public void closeDocument() {
        next.closeDocument();
    }

    @Override
    public void openTag(String name, List<String> given) {
        open += VOID.contains(name) ? 0 : 1;
        budget.spend(1);
        releaseHeader();
        Attributes attributes = new Attributes(given);
        if (HEADING.matcher(name).matches()) {
            openHeading(name.charAt(1) - '0', attributes);
            return;
        }
        switch (name) {
            case "aside" -> next.openTag("blockquote", mutable("class", "callout"));
            case "table" -> {
                next.openTag("div", mutable("class", "tablewrap", "tabindex", "0"));
                next.openTag(name, given);
            }
            case "th" -> heldHeader = given;
            case "img" -> image(attributes);
            case "a" -> {
                openLinks++;
                next.openTag(name, noted(new Attributes(link(attributes))));
            }
            case "li" -> next.openTag(name, noted(attributes));
            case "section" -> next.openTag("div", given);
            case "input" -> checkbox(attributes);
            default -> next.openTag(name, given);
        }
    }

    @Override
    public void closeTag(String name) {
        open = Math.max(0, open - 1);
        budget.spend(1);
        if (heldHeader != null && name.equals("th")) {
            // A header cell that says nothing is not a header.
            next.openTag("td", heldHeader);
            heldHeader = null;
            next.closeTag("td");
            return;
        }
        releaseHeader();
        if (HEADING.matcher(name).matches()) {
            if (!openHeadings.isEmpty()) {
                next.closeTag(openHeadings.pop());
            }
            return;
        }
        switch (name) {
            case "aside" -> next.closeTag("blockquote");
            case "section" -> next.closeTag("div");
            case "table" -> {
                next.closeTag(name);
                next.closeTag("div");
            }
            case "a" -> {
                openLinks = Math.max(0, openLinks - 1);
                next.closeTag(name);
            }
            // Browsers read </br> as <br>, and so do the people who write it.
            case "br" -> next.openTag("br", mutable());
            default -> next.closeTag(name);
        }
    }

    @Override
    public void text(String text) {
        // The sanitizer asks all open elements whether they may have text.
        budget.spend(1 + open / OPEN_PER_STEP);
        if (!text.isBlank()) {
            releaseHeader();
        }
        next.text(text);
    }

    private void releaseHeader() {
        if (heldHeader != null) {
            next.openTag("th", heldHeader);
            heldHeader = null;
        }
    }

    private void openHeading(int level, Attributes attributes) {
        while (!outline.isEmpty() && outline.peek() >= level) {
            outline.pop();
        }
        outline.push(level);
        String name = "h" + Math.min(2 + outline.size(), 6);
        openHeadings.push(name);
        String id = attributes.get("id");
        next.openTag(name, unused.remove(id) ? mutable("id", id) : mutable());
    }

    /**
     * A picture on the web is shown by the reader's browser, one that lies beside the text by us; of any other, its name is shown, with
     * the way to put it there.
     */
    private void image(Attributes attributes) {
        String source = attributes.get("src").strip();
        if (source.regionMatches(true, 0, "https://", 0, 8)) {
            next.openTag("img", attributes.with("loading", "lazy"));
            return;
        }
        Optional<TextFiles.TextFile> beside = files.find(source);
        if (beside.isPresent()) {
            beside(beside.get(), attributes);
            return;
        }
        String name = attributes.get("alt").isBlank() ? nameOf(source) : attributes.get("alt");
        // Content from plain http is refused by the page's own security policy: lead there instead.
        boolean web = source.regionMatches(true, 0, "http://", 0, 7);
        Optional<TextFiles.Offer> offer = openLinks > 0 ? Optional.empty() : files.offer(source);
        String tag = web || offer.isPresent() ? "a" : "span";
        List<String> shown = mutable("class", "missing-image", "title", nameOf(source));
        if (web) {
            shown.addAll(List.of("href", source, "rel", EXTERNAL));
        }
        offer.ifPresent(there -> shown.addAll(List.of("href", there.href())));
        next.openTag(tag, shown);
        next.text(name);
        offer.ifPresent(there -> {
            next.openTag("small", mutable());
            next.text(" " + there.words());
            next.closeTag("small");
        });
        next.closeTag(tag);
    }

    private void beside(TextFiles.TextFile file, Attributes attributes) {
        String alt = attributes.get("alt");
        if (file.shown() == null) {
            opened(file.href(), openLinks == 0, mutable("download", ""));
            next.text(alt.isBlank() ? file.name() : alt);
            closed(openLinks == 0);
            return;
        }
        if (alt.isBlank()) {
            files.undescribed(file);
        }
        List<String> shown = mutable("src", file.shown(), "alt", alt, "loading", "lazy", "class", "attached");
        for (String kept : List.of("title", "width", "height")) {
            if (!attributes.get(kept).isEmpty()) {
                shown.addAll(List.of(kept, attributes.get(kept)));
            }
        }
        // With its size the page keeps room for it, and does not jump when it comes.
        if (file.width() > 0
                && attributes.get("width").isEmpty()
                && attributes.get("height").isEmpty()) {
            shown.addAll(List.of("width", String.valueOf(file.width()), "height", String.valueOf(file.height())));
        }
        boolean leads = file.larger() && openLinks == 0;
        opened(file.href(), leads, mutable("class", "attached"));
        next.openTag("img", shown);
        closed(leads);
    }

    private void opened(String href, boolean isLink, List<String> more) {
        if (isLink) {
            more.addAll(List.of("href", href));
            next.openTag("a", more);
        }
    }

    private void closed(boolean isLink) {
        if (isLink) {
            next.closeTag("a");
        }
    }

    /** {@code attachment:uuid:name} is Notion's; others end with a file name. */
    private static String nameOf(String source) {
        if (source.regionMatches(true, 0, "data:", 0, 5)) {
            return "data:";
        }
        String path = source.replaceAll("[?#].*$", "");
        return decoded(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1));
    }

    /** Only a footnote has an id, one of this text's own and once. */
    private List<String> noted(Attributes attributes) {
        String id = attributes.get("id");
        return NOTE.matcher(id).matches() && notes.add(id)
                ? attributes.with("id", anchorPrefix + id)
                : attributes.without("id");
    }

    private List<String> link(Attributes attributes) {
        String address = attributes.get("href").strip();
        if (address.startsWith("#") && NOTE.matcher(address.substring(1)).matches()) {
            return attributes.with("href", "#" + anchorPrefix + address.substring(1));
        }
        if (address.startsWith("#")) {
            String anchor = anchorPrefix + Anchors.slug(decoded(address.substring(1)));
            return attributes.with("href", anchors.contains(anchor) ? "#" + anchor : address);
        }
        if (WITHIN.matcher(address).matches()) {
            return attributes.without("rel");
        }
        Optional<TextFiles.TextFile> beside = LINK.matcher(address).matches() ? Optional.empty() : files.find(address);
        if (beside.isPresent()) {
            return attributes.with("href", beside.get().href());
        }
        // Any other address relative to the file it was written in leads nowhere here.
        return LINK.matcher(address).matches()
                ? attributes.with("rel", EXTERNAL)
                : new Attributes(attributes.without("href"))
                        .with("title", (attributes.get("title") + " " + address).strip());
    }

    private void checkbox(Attributes attributes) {
        if (attributes.get("type").toLowerCase(Locale.ROOT).equals("checkbox")) {
            next.openTag("input", attributes.with("disabled", ""));
        }
    }

    /** The sanitizer takes away from the lists it is given. */
    private static List<String> mutable(String... pairs) {
        return new ArrayList<>(List.of(pairs));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}

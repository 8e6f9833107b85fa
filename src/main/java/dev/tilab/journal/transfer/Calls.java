package dev.tilab.journal.transfer;

import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.markdown.Surroundings;
import dev.tilab.journal.markdown.TextFiles;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text calls by addresses relative to itself, as the page finds it that shows the text: pictures, and what links lead to; not
 * what only stands in code.
 */
final class Calls implements TextFiles {

    /** Without one of these nothing is called, and nothing needs to be drawn. */
    private static final Pattern MAY_CALL = Pattern.compile("\\]\\(|\\]:|<(img|a)\\s", Pattern.CASE_INSENSITIVE);

    private final Set<AttachmentPath> all = new LinkedHashSet<>();
    private final Set<AttachmentPath> pictures = new LinkedHashSet<>();

    private Calls() {}

    static Calls of(String text, MarkdownRenderer renderer) {
        Calls calls = new Calls();
        if (MAY_CALL.matcher(text).find()) {
            renderer.html(text, "", word -> "", LineBreaks.KEPT, new Surroundings(title -> Optional.empty(), calls));
        }
        return calls;
    }

    Set<AttachmentPath> all() {
        return all;
    }

    /** Those that the page would show, and shows a gap for where they are missing. */
    Set<AttachmentPath> pictures() {
        return pictures;
    }

    @Override
    public Optional<TextFile> find(String address) {
        AttachmentPath.ofAddress(address).ifPresent(all::add);
        return Optional.empty();
    }

    @Override
    public Optional<Offer> offer(String address) {
        AttachmentPath.ofAddress(address).ifPresent(pictures::add);
        return Optional.empty();
    }

    @Override
    public void undescribed(TextFile picture) {}
}

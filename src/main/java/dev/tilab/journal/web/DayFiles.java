package dev.tilab.journal.web;

import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.PageVersion;
import dev.tilab.journal.markdown.TextFiles;
import dev.tilab.journal.template.Notice;
import dev.tilab.support.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** Pictures and files of one day, as its text calls them; drawn once, it knows which pictures nobody described. */
final class DayFiles implements TextFiles {

    /** Of a day that is not stored. */
    static final DayFiles NONE = new DayFiles(null, List.of(), UnaryOperator.identity());

    /** Twice as many letters make no address clearer, and half of them would not be found by chance. */
    static final int KEY = 32;

    /** Points of a page's column. */
    private static final int COLUMN = PageVersion.WIDTH / 2;

    /** Of several of a kind the first ones say it all. */
    private static final int NOTICES = 5;

    private final LocalDate day;
    private final Map<AttachmentPath, Attachment> files;
    private final UnaryOperator<String> words;
    private final Set<String> undescribed = new LinkedHashSet<>();

    /** @param day null where nothing can be attached */
    DayFiles(LocalDate day, List<Attachment> files, UnaryOperator<String> words) {
        this.day = day;
        this.files = files.stream().collect(Collectors.toMap(Attachment::path, Function.identity()));
        this.words = words;
    }

    /** Those that are stored. What is read matters less than what was typed: where the store is away, there are none. */
    static DayFiles of(LocalDate day, Attachments attachments, UnaryOperator<String> words) {
        try {
            return day == null ? NONE : new DayFiles(day, attachments.of(day), words);
        } catch (StoreException away) {
            return NONE;
        }
    }

    @Override
    public Optional<TextFile> find(String address) {
        return AttachmentPath.ofAddress(address).map(files::get).map(file -> textFile(day, file));
    }

    @Override
    public Optional<Offer> offer(String address) {
        return day == null
                ? Optional.empty()
                : AttachmentPath.ofAddress(address)
                        .map(path -> new Offer(
                                page(day) + "?path=" + UriUtils.encode(path.value(), StandardCharsets.UTF_8),
                                words.apply("attachment.offer")));
    }

    @Override
    public void undescribed(TextFile picture) {
        undescribed.add(picture.name());
    }

    /** What of the pictures its writer may want to know. */
    List<Notice> notices() {
        return undescribed.stream()
                .limit(NOTICES)
                .map(name -> new Notice("picture-undescribed", 1, name))
                .toList();
    }

    /** The page of a day's pictures and files. */
    static String page(LocalDate day) {
        return "/journal/" + day + "/files";
    }

    private static TextFile textFile(LocalDate day, Attachment file) {
        String original = address(day, file);
        boolean picture = file.content().isPicture();
        return new TextFile(
                file.path().name(),
                original,
                picture ? original + "?size=page" : null,
                file.content().width(),
                file.content().height(),
                picture && file.content().width() > COLUMN);
    }

    /** By its content, so that it never means another one; its name is for people and their folders. */
    static String address(LocalDate day, Attachment file) {
        String name = file.path().name().replaceAll("[;%/\\\\]", "-");
        return page(day) + "/" + file.sha256().substring(0, KEY) + "/"
                + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}

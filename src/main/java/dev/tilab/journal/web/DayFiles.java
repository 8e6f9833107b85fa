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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Pattern NOTION = Pattern.compile("]\\((attachment:[^\\s)]+)");

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

    /**
     * What its writer may want to know, in the light of what is here: no more that a picture stayed in Notion once it was attached, and
     * which pictures say nothing to those who cannot see them.
     *
     * @param most how many of the text's own notices
     */
    List<Notice> notices(List<Notice> ofText, int most) {
        Stream<Notice> open =
                ofText.stream().filter(notice -> !isAttached(notice)).limit(most);
        Stream<Notice> own =
                undescribed.stream().limit(NOTICES).map(name -> new Notice("picture-undescribed", 1, name));
        return Stream.concat(open, own).toList();
    }

    private boolean isAttached(Notice notice) {
        Matcher addresses = NOTION.matcher(notice.text());
        boolean all = notice.code().equals(Notice.NOTION_ATTACHMENT) && addresses.find();
        while (all && find(addresses.group(1)).isPresent()) {
            if (!addresses.find()) {
                return true;
            }
        }
        return false;
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

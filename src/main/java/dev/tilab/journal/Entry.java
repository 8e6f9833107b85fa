package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.FieldClash;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.template.Notice;
import dev.tilab.journal.template.Task;
import dev.tilab.journal.template.TilDocument;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One day of the journal. Its bytes are the truth: dates, topics and everything else that has a column is read out of them
 * each time they are saved, so that lists need not read them.
 */
@Entity
@EntityListeners(EntryChanges.class)
public class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "entry_date")
    private LocalDate date;

    private LocalDate endDate;

    /** {@link #date} while the entry is not in the trash; unique, so that the database keeps one entry a day. */
    private LocalDate liveDate;

    @ManyToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "revision_id")
    private Revision revision;

    private String fileName;
    private String broughtCharsetName;

    @Column(length = Limits.FILE_BYTES)
    private String dayNote;

    private String title;

    private String excerpt;

    /** Titles; its place in the day is a topic's identity. */
    @ElementCollection
    @CollectionTable(name = "topic", joinColumns = @JoinColumn(name = "entry_id"))
    @OrderColumn(name = "place")
    @Column(name = "title", length = Limits.FILE_BYTES)
    private List<String> topics = new ArrayList<>();

    private int written;

    private boolean lab;

    /** Its place means nothing, but that a row that is missing is seen. */
    @ElementCollection
    @CollectionTable(name = "mention", joinColumns = @JoinColumn(name = "entry_id"))
    @OrderColumn(name = "place")
    private List<Mention> mentions = new ArrayList<>();

    /** {@link Derived#readBy} of when the columns and rows above were read. */
    private String readBy;

    private Instant createdAt;
    private Instant updatedAt;
    private Instant deletedAt;

    @Transient
    private DayFile file;

    @Transient
    private Settings settings = Settings.DEFAULT;

    protected Entry() {}

    private Entry(LocalDate date, Settings settings, long firstVersion, Instant now) {
        this.settings = settings;
        this.date = date;
        this.liveDate = date;
        this.version = firstVersion;
        this.createdAt = now;
    }

    /**
     * A day written here.
     *
     * @param settings by which the file was read
     * @param firstVersion higher than that of any entry which the day had before, so that no version means two texts of a
     * day
     */
    static Entry written(LocalDate date, DayFile file, Settings settings, long firstVersion, Instant now) {
        Entry entry = new Entry(date, settings, firstVersion, now);
        entry.revision = Revision.edited(null, file, now);
        entry.save(file, file.endDate(date), now);
        return entry;
    }

    /** A file that was brought in as the entry of the day. */
    static Entry brought(
            LocalDate date,
            LocalDate endDate,
            DayFile file,
            Settings settings,
            String fileName,
            long firstVersion,
            Instant now) {
        Entry entry = new Entry(date, settings, firstVersion, now);
        entry.fileName = fileName;
        entry.broughtCharsetName = file.charset().name();
        entry.revision = Revision.brought(null, file, now);
        entry.save(file, endDate, now);
        return entry;
    }

    /** Saves what differs; another date moves the entry. Nothing at all happens where nothing differs. */
    void edit(DayFields edited, Instant now) {
        boolean moves = !edited.date().equals(date);
        DayFile changed = file().with(inWordsOfTheText(edited));
        if (changed == file && !moves) {
            return;
        }
        LocalDate last = moves ? null : endDate;
        if (changed != file) {
            revision = Revision.edited(revision, changed, now);
        }
        date = edited.date();
        liveDate = edited.date();
        save(changed, changed.document().date().filter(date::equals).isPresent() ? changed.endDate(date) : last, now);
    }

    /** Takes the text that was written for the same day, whatever day it says. Nothing at all happens where it is the same. */
    void rewrite(DayFile written, Instant now) {
        if (written != file()) {
            revision = Revision.edited(revision, written, now);
            save(
                    written,
                    written.document().date().filter(date::equals).isPresent() ? written.endDate(date) : endDate,
                    now);
        }
    }

    /** The day's file with another text in it, which is not saved yet. */
    DayFile fileWith(String text) {
        return file().with(text);
    }

    /** The day's file with a task ticked or opened again, which is not saved yet. */
    DayFile ticked(Task task, boolean done) {
        return file().with(document().ticked(task, done).text());
    }

    /** Later edits leave the text as it stands now among the revisions. */
    void keepRevision() {
        revision.keep();
    }

    /** What of the edited fields the text would not say as they are; see {@link TilDocument#clashes}. */
    List<FieldClash> clashes(DayFields edited) {
        return document().clashes(inWordsOfTheText(edited));
    }

    /**
     * A text that says no day, or another one than it is filed under, goes on saying that until the day itself is changed.
     */
    private DayFields inWordsOfTheText(DayFields edited) {
        boolean moves = !edited.date().equals(date);
        return edited.dated(
                document().date().map(said -> moves ? edited.date() : said).orElse(null));
    }

    /** Takes a whole new file for the same day. Nothing at all happens where it is the same. */
    void replace(DayFile other, Instant now) {
        if (!file().hasBytes(other.bytes())) {
            revision = Revision.brought(revision, other, now);
            save(other, other.endDate(date), now);
            broughtCharsetName = other.charset().name();
        }
    }

    void moveToTrash(Instant now) {
        liveDate = null;
        deletedAt = now;
        updatedAt = now;
    }

    void restore(Instant now) {
        liveDate = date;
        deletedAt = null;
        updatedAt = now;
    }

    private void save(DayFile saved, LocalDate lastDay, Instant now) {
        file = saved;
        endDate = lastDay;
        // A save that leaves every column as it is would leave the version, too; and the text may be all that is new.
        updatedAt = now.equals(updatedAt) ? now.plus(1, ChronoUnit.MICROS) : now;
        derive();
    }

    /** Reads out of the text what has a column or rows; where they say that already, nothing is written. */
    void derive() {
        derive(Derived.of(document()));
    }

    /** The same where it has been read out already. */
    void derive(Derived said) {
        if (said.equals(derived()) && !isReadOtherwise()) {
            return;
        }
        dayNote = said.dayNote();
        title = said.title();
        excerpt = said.excerpt();
        if (!topics.equals(said.topics())) {
            topics.clear();
            topics.addAll(said.topics());
        }
        written = said.written();
        lab = said.lab();
        if (!mentions.equals(said.mentions())) {
            mentions.clear();
            mentions.addAll(said.mentions());
        }
        readBy = Derived.readBy(file().names());
    }

    /** Whether columns or rows are those of another text, as a kill may leave them. */
    boolean isTorn() {
        return !isReadOtherwise() && !Derived.of(document()).equals(derived());
    }

    private Derived derived() {
        return derived(topics, mentions);
    }

    /** What columns and these rows say. */
    Derived derived(List<String> titles, List<Mention> mentioned) {
        return new Derived(dayNote, title, excerpt, titles, written, lab, mentioned);
    }

    /** Whether columns and rows were read out of the text by an older TILab, or by other names. */
    boolean isReadOtherwise() {
        return !Derived.readBy(settings.names()).equals(readBy);
    }

    /** Reads the text by these settings' names from now on. */
    Entry readBy(Settings chosen) {
        if (!chosen.names().equals(settings.names())) {
            file = null;
        }
        settings = chosen;
        return this;
    }

    private DayFile file() {
        if (file == null) {
            try {
                file = DayFile.read(revision.bytes(), settings.names());
            } catch (NotTextException changed) {
                throw new IllegalStateException("entry " + id + " was text when it was saved", changed);
            }
        }
        return file;
    }

    /** Number of the entry, for addressing one of several entries of a day in the trash. */
    public long id() {
        return id;
    }

    /** The day under which the entry is filed. The text may say another one, or none. */
    public LocalDate date() {
        return date;
    }

    /** The last day, when the entry covers several. */
    public Optional<LocalDate> endDate() {
        return Optional.ofNullable(endDate);
    }

    /** Grows with every save; a save names the version that it is based on. */
    public long version() {
        return version;
    }

    /** By which settings the fields were read; a form says it, so that it is understood as it was made. */
    public long reading() {
        return settings.id();
    }

    /** The day as fields, with {@link #date()} as its date. */
    public DayFields fields() {
        return document().fields().dated(date);
    }

    /** The text as it was read: fields, extra sections, notices. */
    public TilDocument document() {
        return file().document();
    }

    /** What follows the date in its line; may be empty. */
    public String dayNote() {
        return dayNote;
    }

    /**
     * What the reader should know: the document's own notices, {@code date-differs} (the text says another day, which is the
     * notice's text) and {@code charset-changed} (the file came in the encoding that is the notice's text and is UTF-8 now).
     */
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>(document().notices());
        document().date().filter(said -> !said.equals(date)).ifPresent(said -> notices.add(Notices.dateDiffers(said)));
        if (broughtCharsetName != null && !broughtCharsetName.equals(charset().name())) {
            notices.add(Notices.charsetChanged(broughtCharsetName));
        }
        return notices;
    }

    /** The file, exactly as it was brought in or as it was last saved. */
    public byte[] bytes() {
        return file().bytes();
    }

    /** The same, where nobody needs to read it. */
    KeptFile kept() {
        return new KeptFile(date, endDate, revision.bytes());
    }

    /** The file's text, without byte order mark. */
    public String text() {
        return file().text();
    }

    /** How the text is encoded in the file. */
    public Charset charset() {
        return file().charset();
    }

    /** Name of the file that was brought in, without folders; empty for a day written here. */
    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** When the entry was first saved. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the entry was last saved, put into the trash or brought back. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** When the entry was put into the trash; empty while it is not there. */
    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }
}

package dev.tilab.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A file as it was saved, byte for byte. A file that was brought in is never changed, and nothing is removed
 * unless a person says so, see {@link Eraser}.
 *
 * <p>What is written here is saved every two seconds, and a row for each of those saves would be a thousand copies of a day
 * that nobody could find anything in. So edits within {@link #SITTING} of a revision's beginning rewrite it; later ones add
 * another. What was written can be had back as it stood at most ten minutes apart, a file that came from outside exactly.
 */
@Entity
class Revision {

    /** How long a revision goes on taking edits; counted from its beginning, so that writing on and on begins new ones. */
    static final Duration SITTING = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "previous_id")
    private Revision previous;

    @Column(length = Limits.FILE_BYTES)
    private byte[] bytes;

    private String charsetName;
    private String sha256;
    private Instant savedAt;

    /** When it was first saved by an edit; null for what no edit may rewrite: a file that was brought in, a text that was kept. */
    private Instant begunAt;

    protected Revision() {}

    private Revision(Revision previous) {
        this.previous = previous;
    }

    /** A file that came from outside. */
    static Revision brought(Revision previous, DayFile file, Instant now) {
        Revision revision = new Revision(previous);
        revision.take(file, now);
        return revision;
    }

    /** What was written here: the same revision while it is fresh, else another one. */
    static Revision edited(Revision current, DayFile file, Instant now) {
        if (current != null && current.isFresh(now)) {
            current.take(file, now);
            return current;
        }
        Revision revision = brought(current, file, now);
        revision.begunAt = now;
        return revision;
    }

    /** From now on it stays as it is: somebody was refused because of it, and may save over it knowing both. */
    void keep() {
        begunAt = null;
    }

    /** A clock that was set back must not make a revision of yesterday look fresh. */
    private boolean isFresh(Instant now) {
        return begunAt != null && !now.isBefore(begunAt) && now.isBefore(begunAt.plus(SITTING));
    }

    private void take(DayFile file, Instant now) {
        bytes = file.bytes();
        charsetName = file.charset().name();
        sha256 = sha256(bytes);
        savedAt = now;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

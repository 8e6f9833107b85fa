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
import java.time.Instant;
import java.util.HexFormat;

/**
 * A file as it was saved, byte for byte. Never changed and never removed: a later save adds another one, so whatever a
 * person wrote or brought in can always be had back exactly.
 */
@Entity
class Revision {

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

    protected Revision() {}

    Revision(Revision previous, byte[] bytes, String charsetName, Instant savedAt) {
        this.previous = previous;
        this.bytes = bytes.clone();
        this.charsetName = charsetName;
        this.sha256 = sha256(bytes);
        this.savedAt = savedAt;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * H2 keeps what was deleted in its file until something else needs the place. At a close it tidies up for a fifth of a second, which
 * is enough for a small journal and not for a large one; here it gets no time at all.
 */
@Tag("slow")
class ErasedFileTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final String SECRET = "AKIA-this-was-pasted-by-mistake-7f3a";

    private static final String TIDYING = "h2.maxCompactTime";

    @BeforeEach
    void noTimeToTidyUp() {
        System.setProperty(TIDYING, "0");
    }

    @AfterEach
    void asEver() {
        System.clearProperty(TIDYING);
    }

    /** A secret that was deleted for good must not be left for whoever is handed the file: after a stop, and after a kill and a start. */
    @Test
    void theFileIsWrittenAnewWithoutWhatWasDeletedForGood(@TempDir Path data, @TempDir Path killed) throws Exception {
        try (ConfigurableApplicationContext context = start(data)) {
            pasteAndDelete(context);
            assertThat(holdsSecret(data)).as("otherwise there is nothing to do").isTrue();
            copy(data, killed);
        }
        assertThat(holdsSecret(data)).isFalse();
        expectAsBefore(data);

        assertThat(holdsSecret(killed)).isTrue();
        // A kill amid writing it anew leaves half a copy, which must neither be taken for the journal nor stay.
        Files.writeString(killed.resolve("tilab.rewritten.mv.db"), "half of it: " + SECRET);
        expectAsBefore(killed);
        assertThat(holdsSecret(killed)).isFalse();
    }

    private static void pasteAndDelete(ConfigurableApplicationContext context) throws Exception {
        Journal journal = context.getBean(Journal.class);
        Entry entry = journal.bring(DAY, ("### 회고\n" + SECRET + "\n").getBytes(StandardCharsets.UTF_8), null);
        journal.replace(DAY, entry.version(), "### 회고\n남는 글\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i <= 20; i++) {
            journal.write(Days.withRetrospective(Days.full(DAY.plusDays(i)), "글 " + i), Locale.KOREAN);
        }
        context.getBean(Eraser.class).versions(DAY);
    }

    private static ConfigurableApplicationContext start(Path data) {
        return BareJournal.start(new String[] {"--tilab.data-dir=" + data}, Eraser.class, Versions.class);
    }

    private static void expectAsBefore(Path data) throws IOException {
        try (ConfigurableApplicationContext context = start(data)) {
            Journal journal = context.getBean(Journal.class);
            assertThat(journal.find(DAY).orElseThrow().text()).contains("남는 글");
            assertThat(journal.count()).isEqualTo(21);
        }
        assertThat(data.toFile().list()).containsExactly("tilab.mv.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tilab.mv.db"))))
                .isEqualTo("rw-------");
    }

    private static boolean holdsSecret(Path data) throws IOException {
        return Files.readString(data.resolve("tilab.mv.db"), StandardCharsets.ISO_8859_1)
                .contains(SECRET);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : from.toFile().list()) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}

package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.OwnNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists repeat what was read out of a day when it was saved; read by other rules, it has to be read anew. */
class ReadingRulesTest {

    /** Else an update would take every day that it reads in another way for a torn one, and give it another version. */
    @Test
    void rulesThatReadSomethingElseHaveAnotherName() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : diaries()) {
            digest.update(Derived.of(DayFile.read(Files.readAllBytes(file), OwnNames.NONE)
                            .document())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Derived.RULES)
                .as(
                        "Derived.RULES: the diaries are read in another way, so give it this value, and days are read anew at the next start")
                .isEqualTo(HexFormat.of().formatHex(digest.digest()).substring(0, 16));
    }

    private static List<Path> diaries() throws Exception {
        try (Stream<Path> files = Files.list(
                Path.of(ReadingRulesTest.class.getResource("/diaries").toURI()))) {
            return files.sorted().toList();
        }
    }
}

package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever changes the digests of the golden runs is asked whether the version of the lab's model changes, too: if an address shows
 * other figures than it did, it must, or nobody would be told. If only the form of the columns is another, it need not. The answer is
 * written down beside the tests, as the version and its digests.
 */
class LabVersionTest {

    private static final Path RECORDS = Path.of("src/test/resources/model-versions");

    /** {@code "zone-outage, 7d02…"}, or the digest alone. */
    private static final Pattern DIGEST = Pattern.compile("\"(?:(.+), )?([0-9a-f]{32})\"");

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void otherRunsAreOfAnotherVersionOrSaidToShowTheSame(Lab<?> lab) throws IOException {
        Path file = RECORDS.resolve(lab.id() + ".txt");
        List<String> now = new ArrayList<>(List.of("version " + lab.version()));
        golden(lab).forEach((name, digest) -> now.add(name + " " + digest));
        List<String> then = Files.exists(file) ? Files.readAllLines(file) : List.of("version 0");

        assertThat(now)
                .as(
                        "Golden runs of %s are others than those of version %s. Where an address may show other figures now, raise"
                                + " version(); then write down in %s:%n%s%n",
                        lab.id(), lab.version(), file, String.join("\n", now))
                .isEqualTo(then);
    }

    /** The digests that the lab's golden runs are held to. */
    private static Map<String, String> golden(Lab<?> lab) throws IOException {
        String folder = lab.getClass().getPackageName().replace('.', '/');
        String source = Files.readString(Path.of("src/test/java", folder, "GoldenRunTest.java"));
        Map<String, String> digests = new LinkedHashMap<>();
        int[] unnamed = {0};
        DIGEST.matcher(source)
                .results()
                .forEach(match -> digests.put(
                        match.group(1) == null
                                ? "random-" + ++unnamed[0]
                                : match.group(1).replace("'", ""),
                        match.group(2)));
        assertThat(digests).hasSizeGreaterThan(3);
        return digests;
    }
}

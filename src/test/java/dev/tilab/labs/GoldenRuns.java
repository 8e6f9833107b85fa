package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What runs give once and for all, the same on every JVM, processor and day: an address that somebody shared shows what it showed
 * then. It is written down for every lab in {@code src/test/resources/model-versions}: the version of its model, and one line for
 * each run or each crowd of runs. Whoever changes a model on purpose changes these lines, says so in the commit, and is asked there
 * whether the version changes too.
 */
public final class GoldenRuns {

    private GoldenRuns() {}

    /** These runs give the bytes that are written down for them. */
    public static <S extends Scenario> void hold(Lab<S> lab, String name, List<S> scenarios) {
        String digest = RunBytes.digest(lab, scenarios);
        assertThat(digest)
                .as(
                        "Runs of %s are others than those of version %s. Where an address may show other figures now, raise"
                                + " version(); then write in %s:%n%s %s%n",
                        lab.id(), lab.version(), file(lab), name, digest)
                .isEqualTo(recorded(lab).get(name));
    }

    /** What is written down for a lab, name → digest; its version as {@code version}. */
    static Map<String, String> recorded(Lab<?> lab) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (Files.exists(file(lab))) {
            try {
                for (String line : Files.readAllLines(file(lab))) {
                    int space = line.lastIndexOf(' ');
                    lines.put(line.substring(0, space), line.substring(space + 1));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return lines;
    }

    static Path file(Lab<?> lab) {
        return Path.of("src/test/resources/model-versions", lab.id() + ".txt");
    }
}

package dev.tilab.labs;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** The bytes of runs, small enough to be written into a test. */
public final class RunBytes {

    private RunBytes() {}

    /** A digest of everything that these runs show: timelines and figures. */
    public static <S extends Scenario> String digest(Lab<S> lab, List<S> scenarios) {
        return digest(lab, scenarios, scenario -> lab.summary(scenario).toString());
    }

    /** @param figures what of a scenario's figures counts */
    public static <S extends Scenario> String digest(Lab<S> lab, List<S> scenarios, Function<S, String> figures) {
        MessageDigest digest = sha256();
        for (S scenario : scenarios) {
            Timeline timeline = lab.timeline(scenario);
            String words = timeline.durationMicros() + " " + timeline.facts() + timeline.dictionaries()
                    + figures.apply(scenario);
            digest.update(words.getBytes(StandardCharsets.UTF_8));
            for (List<Table> tables : List.of(timeline.shared(), timeline.lanes())) {
                for (Table table : tables) {
                    for (Column column : table.columns()) {
                        digest.update(column.name().getBytes(StandardCharsets.UTF_8));
                        ByteBuffer bytes = ByteBuffer.allocate(8 * column.values().length);
                        bytes.asLongBuffer().put(column.values());
                        digest.update(bytes);
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

package dev.tilab.labs;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/**
 * The bytes of runs, small enough to be written down. They are bytes of what a run says: where a column numbers words, the words
 * count and not their numbers, and of the figures everything but the scenario that was asked for. So a parameter, an action or a
 * word more than there was is no other run.
 */
public final class RunBytes {

    private RunBytes() {}

    /** A digest of everything that these runs show: timelines and figures. */
    public static <S extends Scenario> String digest(Lab<S> lab, List<S> scenarios) {
        MessageDigest digest = sha256();
        for (S scenario : scenarios) {
            Timeline timeline = lab.timeline(scenario);
            digest.update(utf8(timeline.durationMicros() + " " + timeline.facts() + figures(lab.summary(scenario))));
            for (List<Table> tables : List.of(timeline.shared(), timeline.lanes())) {
                for (Table table : tables) {
                    for (Column column : table.columns()) {
                        digest.update(utf8(column.name()));
                        digest.update(said(column, timeline.dictionaries().getOrDefault(column.name(), List.of())));
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static byte[] said(Column column, List<String> words) {
        if (!words.isEmpty()) {
            StringJoiner said = new StringJoiner(",");
            LongStream.of(column.values())
                    .mapToObj(value -> words.get((int) value))
                    .forEach(said::add);
            return utf8(said.toString());
        }
        ByteBuffer bytes = ByteBuffer.allocate(8 * column.values().length);
        bytes.asLongBuffer().put(column.values());
        return bytes.array();
    }

    /** What a run comes to, without what was asked for. */
    static String figures(Record summary) {
        StringJoiner figures = new StringJoiner(",");
        for (RecordComponent component : summary.getClass().getRecordComponents()) {
            if (!component.getName().equals("scenario")) {
                try {
                    figures.add(
                            component.getName() + "=" + component.getAccessor().invoke(summary));
                } catch (ReflectiveOperationException notPublic) {
                    throw new AssertionError(notPublic);
                }
            }
        }
        return figures.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

package dev.tilab.cloud.database;

import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ScenarioReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of a database are like: application processes with a pool of connections each.
 *
 * @param poolSize most connections of a client
 * @param renewsWholePool whether a failed request takes the idle connections with it
 * @param requestTimeoutMicros after which a request without an answer has failed
 * @param connectTimeoutMicros after which an attempt to connect without an answer has failed
 * @param backoffMicros pause after the first failed attempt; later ones double
 * @param areSpared whether nobody waits for a client in a dark zone, because users are sent to the others
 */
public record ClientSettings(
        int poolSize,
        boolean renewsWholePool,
        long requestTimeoutMicros,
        long connectTimeoutMicros,
        long backoffMicros,
        boolean areSpared) {

    private static final @Nullable String ASSUMED = null;

    /** Pauses between attempts to connect do not grow beyond this, unless the first is longer; assumed. */
    private static final long LONGEST_PAUSE_MICROS = 3_000_000;

    /** How they connect. */
    public static final List<Parameter> POOL = List.of(
            Parameter.integer("poolSize", "5", "1", "100", ASSUMED),
            Parameter.choice("poolRenewal", "all", List.of("all", "one-by-one"), ASSUMED),
            Parameter.duration("requestTimeout", "3s", "100ms", "1h", ASSUMED),
            Parameter.duration("connectTimeout", "3s", "100ms", "1h", ASSUMED),
            Parameter.duration("backoff", "500ms", "10ms", "10s", ASSUMED));

    /** The pause that no later one is longer than. */
    public long longestPauseMicros() {
        return Math.max(backoffMicros, LONGEST_PAUSE_MICROS);
    }

    /** Reads {@link #POOL}. */
    public static ClientSettings read(ScenarioReader reader, boolean areSpared) {
        return new ClientSettings(
                (int) reader.integer("poolSize"),
                reader.choice("poolRenewal").equals("all"),
                reader.durationMicros("requestTimeout"),
                reader.durationMicros("connectTimeout"),
                reader.durationMicros("backoff"),
                areSpared);
    }
}

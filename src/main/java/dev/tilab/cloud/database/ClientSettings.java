package dev.tilab.cloud.database;

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
        boolean areSpared) {}

package dev.tilab.cloud.database;

import java.util.List;

/**
 * What the clients of a database are like: application processes with a pool of connections each.
 *
 * @param zones zone of each client, from 0; {@link dev.tilab.cloud.Zones#OUTSIDE} for one that is in none
 * @param keptMicros how long each client keeps an address; {@link Client#FOR_EVER} for one that never asks again
 * @param poolSize most connections of a client
 * @param renewsWholePool whether a failed request takes the idle connections with it
 * @param requestTimeoutMicros after which a request without an answer has failed
 * @param connectTimeoutMicros after which an attempt to connect without an answer has failed
 * @param backoffMicros pause after the first failed attempt; later ones double
 * @param areSpared whether nobody waits for a client in a dark zone, because users are sent to the others
 */
public record ClientSettings(
        List<Integer> zones,
        List<Long> keptMicros,
        int poolSize,
        boolean renewsWholePool,
        long requestTimeoutMicros,
        long connectTimeoutMicros,
        long backoffMicros,
        boolean areSpared) {

    public ClientSettings {
        zones = List.copyOf(zones);
        keptMicros = List.copyOf(keptMicros);
    }
}

package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;

/** The address that a client's resolver gave it for the database's name, kept for a while whatever becomes of the name. */
final class Address {

    private final int client;
    private final Region region;
    private final Cluster cluster;
    private final long keptMicros;
    private Machine machine;
    private long untilMicros;

    /** @param keptMicros how long an answer is kept; {@link Client#FOR_EVER} */
    Address(int client, Region region, Cluster cluster, long keptMicros) {
        this.client = client;
        this.region = region;
        this.cluster = cluster;
        this.keptMicros = keptMicros;
        machine = cluster.name().machine();
        double age = region.stream("address-age", client).nextDouble();
        untilMicros = keptMicros > region.endMicros() ? Client.FOR_EVER : (long) (keptMicros * age);
    }

    Machine machine() {
        return machine;
    }

    boolean isOld() {
        return machine != cluster.name().machine();
    }

    void keep() {
        untilMicros = Client.FOR_EVER;
    }

    /** The machine to connect to: asked for anew once the time is over. */
    Machine resolve() {
        if (region.nowMicros() >= untilMicros) {
            machine = cluster.name().machine();
            untilMicros = keptMicros == Client.FOR_EVER ? Client.FOR_EVER : region.nowMicros() + keptMicros;
        } else if (isOld()) {
            cluster.notes().resolvedOld(client, machine, leftMicros());
        }
        return machine;
    }

    /** How long it will still be kept; −1 for ever. */
    private long leftMicros() {
        return untilMicros == Client.FOR_EVER ? -1 : untilMicros - region.nowMicros();
    }
}

package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import java.util.List;
import java.util.stream.IntStream;

/** The application processes that use a database, each with a pool of its own, or through one proxy. */
public final class Clients {

    private final List<Client> all;

    /** Connects them; from the beginning on every pool is full. */
    public Clients(Region region, ClientSettings settings, Cluster cluster, CallListener listener) {
        Proxy proxy = cluster.topology().hasProxy() ? new Proxy(region, cluster, listener) : null;
        all = IntStream.range(0, settings.zones().size())
                .mapToObj(index -> new Client(index, region, settings, cluster, proxy, listener))
                .toList();
        region.faults().on("keep-address", what -> all.get(what.index()).keepAddress());
    }

    /** In the order of their numbers. */
    public List<Client> all() {
        return all;
    }
}

package dev.tilab.cloud.database;

import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application processes that use a database, each with a pool of its own, or through one proxy. */
public final class Clients {

    /** A client never asks for the address again. */
    public static final Fault KEEP_ADDRESS = Fault.of("keep-address", "client");

    private final Region region;
    private final ClientSettings settings;
    private final Cluster cluster;
    private final @Nullable Proxy proxy;
    private final CallListener listener;
    private final List<Client> all = new ArrayList<>();

    /**
     * Those that may come later; nobody is there yet.
     *
     * @param listener told of every step of every call
     */
    public Clients(Region region, ClientSettings settings, Cluster cluster, CallListener listener) {
        this.region = region;
        this.settings = settings;
        this.cluster = cluster;
        this.listener = listener;
        proxy = cluster.topology().hasProxy() ? new Proxy(region, cluster) : null;
        region.faults().on(KEEP_ADDRESS, what -> all.get(what.index()).keepAddress());
    }

    /**
     * Starts one and fills its pool.
     *
     * @param zone where it runs, from 0; {@link dev.tilab.cloud.Zones#OUTSIDE}
     * @param keptMicros how long it keeps an address; {@link Client#FOR_EVER} for one that never asks again
     */
    public Client start(int zone, long keptMicros) {
        Client client = new Client(all.size(), zone, keptMicros, region, settings, cluster, proxy, listener);
        all.add(client);
        return client;
    }

    /** In the order in which they were started. */
    public List<Client> all() {
        return Collections.unmodifiableList(all);
    }
}

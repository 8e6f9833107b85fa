package dev.tilab.cloud.compute;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Requests that are followed one by one, in turn through servers of which every instance that serves has one. What those do goes
 * into the meter that the group's scaling reads, as it does where requests are only counted (docs/adr/0006). It has to {@linkplain
 * Group#tell listen} to the group whose load it is.
 */
public final class FollowedLoad implements Load, Group.Listener {

    private final Region region;
    private final Meter meter;
    private final Function<Instance, Server> maker;
    private final Map<Instance, Server> servers = new LinkedHashMap<>();

    /** Those that get requests: a dead one too, until the load balancer has noticed. */
    private List<Server> rotation = List.of();

    private int next;
    private int arrived;
    private long measuredUntilMicros;
    private double pace = 1;

    /** @param maker the server of an instance that has begun to serve */
    public FollowedLoad(Region region, Meter meter, Function<Instance, Server> maker) {
        this.region = region;
        this.meter = meter;
        this.maker = maker;
        region.beforeEvents(this::measure);
    }

    /**
     * A request arrives, and goes to the server whose turn it is.
     *
     * @return false if there is none: nobody took it
     */
    public boolean arrive(Request request) {
        arrived++;
        if (rotation.isEmpty()) {
            request.outcome = Outcome.NO_CONNECTION;
            return false;
        }
        next = (next + 1) % rotation.size();
        rotation.get(next).arrive(request);
        return true;
    }

    @Override
    public void serves(Instance instance) {
        Server server = maker.apply(instance);
        server.slow(pace);
        servers.put(instance, server);
    }

    /** What is drained goes on with what it has. */
    @Override
    public void leaves(Instance instance) {
        Server server = servers.get(instance);
        if (server != null && instance.state != State.DRAINING) {
            server.stop();
        }
    }

    @Override
    public void becomes(Instance instance) {
        if (instance.state == State.TERMINATED && servers.containsKey(instance)) {
            servers.remove(instance).stop();
        }
    }

    @Override
    public void sendsTo(int serving, int measured, int dead) {
        List<Server> now = new ArrayList<>();
        servers.forEach((instance, server) -> {
            if (instance.state.serves() || instance.deadInRotation) {
                now.add(server);
            }
        });
        rotation = List.copyOf(now);
    }

    /** Nothing to do: the server of an instance that dies drops what is in it. */
    @Override
    public void losesOne() {}

    @Override
    public void becomes(int size, double workFactor) {
        pace = workFactor / (1 << size);
        servers.values().forEach(server -> server.slow(pace));
    }

    /** Between two events everybody has gone on with what he did. */
    private void measure() {
        long micros = region.nowMicros() - measuredUntilMicros;
        if (micros == 0) {
            return;
        }
        measuredUntilMicros = region.nowMicros();
        int serving = 0;
        int measured = 0;
        int working = 0;
        for (Map.Entry<Instance, Server> each : servers.entrySet()) {
            State state = each.getKey().state;
            boolean counts = state == State.IN_SERVICE;
            serving += state.serves() ? 1 : 0;
            measured += counts ? 1 : 0;
            working += counts && each.getValue().isWorking() ? 1 : 0;
        }
        meter.take(arrived, measured == 0 ? 0 : (double) working / measured, micros, serving, measured);
        arrived = 0;
    }
}

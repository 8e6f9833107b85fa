package dev.tilab.cloud.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where an instance stands in its life; timelines number the states in this order. */
public enum State {
    /** Asked for; the call to EC2 is under way. */
    REQUESTED,
    /** EC2 makes it. From its end on it is paid for and the group calls it InService. */
    PENDING,
    /** The machine and then the application start. */
    STARTING,
    /** The application runs and waits for the load balancer's first health check. */
    CHECKING,
    /** Serves, but is left out of the metric. */
    WARMING,
    IN_SERVICE,
    /** Leaves: gets no new requests. */
    DRAINING,
    /** Exists without running: in the warm pool, or while its size is changed. */
    STOPPED,
    TERMINATED,
    /** Died by itself; terminated when the group knows. */
    FAILED;

    /** Whether the load balancer sends requests and has them answered. */
    public boolean serves() {
        return this == WARMING || this == IN_SERVICE;
    }

    /** Whether it is over. */
    public boolean isOver() {
        return this == TERMINATED || this == FAILED;
    }

    /** The word for each in timelines and message keys: {@code in-service}. */
    public static List<String> ids() {
        return Arrays.stream(values())
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}

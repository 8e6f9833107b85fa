package dev.tilab.cloud.traffic;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests that come when they come, whatever became of the ones before. */
public final class OpenWorkload {

    private final Region region;
    private final Supplier<@Nullable Request> source;
    private final Consumer<Request> receiver;

    /**
     * @param source gives one request after the other in the order of their arrivals, at the earliest when the one before arrives;
     *     null after the last one
     * @param receiver takes each of them when it arrives
     */
    public OpenWorkload(Region region, Supplier<@Nullable Request> source, Consumer<Request> receiver) {
        this.region = region;
        this.source = source;
        this.receiver = receiver;
    }

    /** The first request is on its way. */
    public void begin() {
        Request request = source.get();
        if (request != null) {
            region.later(request.arrivalMicros - region.nowMicros(), () -> {
                begin();
                receiver.accept(request);
            });
        }
    }
}

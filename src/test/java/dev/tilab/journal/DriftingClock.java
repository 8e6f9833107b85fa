package dev.tilab.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Half a minute passes whenever somebody looks, so that a load of writers rewrites revisions and begins new ones as well. */
final class DriftingClock extends Clock {

    private final AtomicLong looks = new AtomicLong();

    @Override
    public Instant instant() {
        return Instant.now().plusSeconds(30 * looks.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

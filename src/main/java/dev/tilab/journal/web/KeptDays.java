package dev.tilab.journal.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Days as they were rendered, the most wanted ones kept. A version never means two texts of a day, so nothing here is ever out
 * of date; see docs/adr/0007.
 */
final class KeptDays {

    /** Some thousand ordinary days, or a few of the largest. */
    static final long BYTES = 32L << 20;

    private record Key(long id, long version, long settings, Locale language, DayAround around) {}

    private final Cache<Key, RenderedDay> days = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Key key, RenderedDay day) -> day.bytes())
            .build();

    /**
     * @param settings by which it is read and shown
     * @param around what it shows beside its own text
     * @param render renders the day as it is stored now; of several readers who come at once, one does it for all
     */
    RenderedDay get(
            long id, long version, long settings, Locale language, DayAround around, Supplier<RenderedDay> render) {
        RenderedDay day = days.get(new Key(id, version, settings, language, around), key -> {
            RenderedDay rendered = render.get();
            return rendered.version() == version ? rendered : null;
        });
        // Saved since its version was asked for: shown as it is now, kept by the next reader under its own version.
        return day == null ? render.get() : day;
    }

    /** About how much memory is taken; what is too much has gone. */
    long bytes() {
        days.cleanUp();
        return days.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}

package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A day is rendered for its first reader, and for nobody else until it is saved again. */
@Timeout(30)
class KeptDaysTest {

    private final KeptDays kept = new KeptDays();
    private final AtomicInteger rendered = new AtomicInteger();

    @Test
    void theSecondReaderHasWhatTheFirstOneHad() {
        RenderedDay first = kept.get(1, 7, 0, Locale.KOREAN, DayAround.NOTHING, day(7, 10));

        assertThat(kept.get(1, 7, 0, Locale.KOREAN, DayAround.NOTHING, day(7, 10)))
                .isSameAs(first);
        assertThat(rendered).hasValue(1);
    }

    @Test
    void anotherVersionAnotherDayAnotherLanguageAndOtherSettingsAreRendered() {
        kept.get(1, 7, 0, Locale.KOREAN, DayAround.NOTHING, day(7, 10));

        assertThat(kept.get(1, 8, 0, Locale.KOREAN, DayAround.NOTHING, day(8, 10))
                        .version())
                .isEqualTo(8);
        kept.get(2, 7, 0, Locale.KOREAN, DayAround.NOTHING, day(7, 10));
        kept.get(1, 7, 0, Locale.ENGLISH, DayAround.NOTHING, day(7, 10));
        kept.get(1, 7, 3, Locale.KOREAN, DayAround.NOTHING, day(7, 10));
        assertThat(rendered).hasValue(5);
    }

    /** Guards against a new text that is kept under the old version and shown to whoever asks for that. */
    @Test
    void whatWasSavedMeanwhileIsShownButNotKeptUnderTheVersionBefore() {
        assertThat(kept.get(1, 7, 0, Locale.KOREAN, DayAround.NOTHING, day(8, 10))
                        .version())
                .isEqualTo(8);
        int before = rendered.get();

        kept.get(1, 7, 0, Locale.KOREAN, DayAround.NOTHING, day(7, 10));

        assertThat(rendered).hasValue(before + 1);
    }

    /** Guards against a link that everybody opens at once and that is rendered for each of them. */
    @Test
    void ofManyWhoComeAtOnceOneRendersForAll() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Future<RenderedDay> first = readers.submit(() -> kept.get(1, 7, 0, Locale.KOREAN, DayAround.NOTHING, () -> {
                begun.countDown();
                await(mayEnd);
                return day(7, 10).get();
            }));
            await(begun);
            Future<RenderedDay> second =
                    readers.submit(() -> kept.get(1, 7, 0, Locale.KOREAN, DayAround.NOTHING, day(7, 10)));
            mayEnd.countDown();

            assertThat(second.get(20, TimeUnit.SECONDS)).isSameAs(first.get(20, TimeUnit.SECONDS));
            assertThat(rendered).hasValue(1);
        } finally {
            readers.shutdownNow();
        }
    }

    /** Guards against a journal of large days that fills the memory. */
    @Test
    void whatIsKeptIsBounded() {
        int characters = 1_000_000;
        int days = 10 * (int) (KeptDays.BYTES / (2L * characters));
        for (int id = 1; id <= days; id++) {
            kept.get(id, 1, 0, Locale.KOREAN, DayAround.NOTHING, day(1, characters));
        }

        assertThat(kept.bytes()).isBetween(KeptDays.BYTES / 2, KeptDays.BYTES);
    }

    private Supplier<RenderedDay> day(long version, int characters) {
        return () -> {
            rendered.incrementAndGet();
            EntryPage.Part part = EntryPage.Part.text("topic", "topic-1", 1, "글", "x".repeat(characters));
            return new RenderedDay(
                    LocalDate.of(2025, 3, 6),
                    Optional.empty(),
                    version,
                    Instant.EPOCH,
                    "",
                    "",
                    List.of(),
                    1,
                    List.of(part),
                    List.of());
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}

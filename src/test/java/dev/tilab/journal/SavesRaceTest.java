package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayFields;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two saves that both looked before either wrote: exactly one wins. The journal asks what time it is between looking and
 * writing, so a clock that waits until both have asked makes the race certain.
 */
@Tag("slow")
@DataJpaTest(showSql = false)
@Import({Journal.class, SavesRaceTest.Together.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SavesRaceTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    @TestConfiguration(proxyBeanMethods = false)
    static class Together {
        @Bean
        MeetingClock clock() {
            return new MeetingClock();
        }
    }

    static final class MeetingClock extends Clock {

        private volatile CyclicBarrier meeting;

        @Override
        public Instant instant() {
            CyclicBarrier together = meeting;
            if (together != null) {
                try {
                    together.await(20, TimeUnit.SECONDS);
                } catch (Exception alone) {
                    throw new AssertionError("the other save never looked", alone);
                }
            }
            return Instant.parse("2025-03-06T03:00:00Z");
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

    @Autowired
    private Journal journal;

    @Autowired
    private EntryRepository entries;

    @Autowired
    private MeetingClock clock;

    @BeforeEach
    void startEmpty() {
        clock.meeting = null;
        entries.deleteAll();
    }

    @Test
    void ofTwoEditsAtOnceOneWinsAndTheOtherIsToldWhatWon() throws Exception {
        Entry read = journal.write(Days.full(DAY), Locale.KOREAN);
        DayFields mine = Days.withRetrospective(read.fields(), "내 글");
        DayFields yours = Days.withRetrospective(read.fields(), "네 글");

        List<Throwable> refused =
                together(() -> journal.edit(DAY, read.version(), mine), () -> journal.edit(DAY, read.version(), yours));

        Entry now = journal.find(DAY).orElseThrow();
        assertThat(now.version()).isEqualTo(read.version() + 1);
        assertThat(now.fields().retrospective()).isIn("내 글", "네 글");
        assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        StaleEntryException.class,
                        stale -> assertThat(stale.current().bytes()).isEqualTo(now.bytes()));
    }

    @Test
    void ofTwoNewEntriesOfOneDayOneWinsAndTheOtherLearnsThatTheDayIsTaken() throws Exception {
        List<Throwable> refused = together(
                () -> journal.write(Days.withRetrospective(Days.full(DAY), "내 글"), Locale.KOREAN),
                () -> journal.write(Days.withRetrospective(Days.full(DAY), "네 글"), Locale.KOREAN));

        assertThat(journal.count()).isEqualTo(1);
        assertThat(refused).singleElement().isInstanceOf(DateTakenException.class);
    }

    @Test
    void anEditDoesNotBringBackWhatIsThrownAwayAtThatMoment() throws Exception {
        Entry read = journal.write(Days.full(DAY), Locale.KOREAN);

        List<Throwable> refused =
                together(() -> journal.edit(DAY, read.version(), Days.withRetrospective(read.fields(), "내 글")), () -> {
                    journal.trash(DAY, read.version());
                    return null;
                });

        assertThat(refused).singleElement().isInstanceOfAny(StaleEntryException.class, UnknownEntryException.class);
        assertThat(journal.count() + journal.trash().size()).isEqualTo(1);
    }

    private List<Throwable> together(Callable<Entry> one, Callable<Entry> other) throws InterruptedException {
        clock.meeting = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Throwable> refused = new ArrayList<>();
            for (Future<Entry> save : threads.invokeAll(List.of(one, other))) {
                try {
                    save.get();
                } catch (ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
            return refused;
        } finally {
            threads.shutdownNow();
            clock.meeting = null;
        }
    }
}

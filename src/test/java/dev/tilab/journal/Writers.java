package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Clients that save as fast as they can, each its own days. Every text says in its retrospective which save it came with. */
final class Writers {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final int DAYS_PER_CLIENT = 4;

    private final Journal journal;
    private final int clients;
    private final Witness witness;

    /** Is told what is sent and what was confirmed; of one day always by the same thread. */
    interface Witness {
        void sent(LocalDate day, String save);

        void confirmed(LocalDate day, String save, byte[] file);
    }

    Writers(Journal journal, int clients, Witness witness) {
        this.journal = journal;
        this.clients = clients;
        this.witness = witness;
    }

    static List<LocalDate> days(int clients) {
        return IntStream.range(0, clients * DAYS_PER_CLIENT)
                .mapToObj(FIRST::plusDays)
                .toList();
    }

    /**
     * Saves until it is enough.
     *
     * @throws IllegalStateException when a save failed
     */
    void run(long seed, BooleanSupplier enough) throws InterruptedException {
        AtomicReference<RuntimeException> failed = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int own = client;
            threads.add(new Thread(() -> {
                try {
                    Random random = new Random(seed * 31 + own);
                    for (int i = 0; !enough.getAsBoolean() && failed.get() == null; i++) {
                        save(FIRST.plusDays((long) own * DAYS_PER_CLIENT + i % DAYS_PER_CLIENT), random);
                    }
                } catch (RuntimeException e) {
                    failed.compareAndSet(null, e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("a save failed", failed.get());
        }
    }

    private void save(LocalDate date, Random random) {
        String save = "s" + Long.toHexString(random.nextLong());
        DayFields day = day(date, save, random);
        witness.sent(date, save);
        Entry before = journal.find(date).orElse(null);
        Entry saved = before == null ? journal.write(day, Locale.ENGLISH) : journal.edit(date, before.version(), day);
        witness.confirmed(date, save, saved.bytes());
    }

    /** Small days and large ones: some changes fit into a page of H2's, some split several. */
    private static DayFields day(LocalDate date, String save, Random random) {
        int topics = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 6);
        int words = 1 + random.nextInt(random.nextInt(8) == 0 ? 400 : 40);
        return new DayFields(
                date,
                new DayFields.Scrum("to do " + save, "", "", ""),
                rows(
                        topics,
                        n -> new DayFields.Topic(
                                DayFields.NEW,
                                "t" + n + " " + save,
                                ("b" + save + " ").repeat(words).strip())),
                rows(
                        random.nextInt(4),
                        n -> new DayFields.Challenge(DayFields.NEW, "problem " + n + " " + save, "solution")),
                save,
                rows(
                        random.nextInt(6),
                        n -> new DayFields.Reference(DayFields.NEW, "r" + n, "https://example.com/" + save)));
    }

    private static <T> List<T> rows(int count, IntFunction<T> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }
}

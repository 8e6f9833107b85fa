package dev.tilab.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * Finds out what {@code kill -9} may leave of the journal, without killing: a killed process leaves the writes that its kernel had
 * taken, in their order, and the last of them perhaps cut short. So the writes of a load of clients are recorded, and many of the
 * files that a kill amid them would have left are opened by a fresh H2 and looked through; thousands in the time of a hundred kills.
 *
 * <p>Arguments: crashes, clients, and {@code unguarded} to let everybody write at once, as it was before. What is random comes from
 * {@code -Dcrashes.seed}, but for the order in which threads take their turns.
 */
final class Crashes implements AutoCloseable {

    /** From here on a round begins with an empty journal again: copying files would be most of the work. */
    private static final long LARGE_BYTES = 24_000_000;

    private final ConfigurableApplicationContext context;
    private final Journal journal;
    private final CrashedStore store;
    private final StoreCheck check;
    private final int clients;
    private final Random random;
    private final Path folder;
    private final Path empty;
    private final Path base;
    private final Path left;

    long saved;
    int crashes;
    int torn;
    final List<String> faults = new ArrayList<>();

    /** @param folder empty, for all files */
    Crashes(Path folder, int clients, boolean turns, long seed) throws IOException {
        this.folder = folder;
        this.clients = clients;
        this.random = new Random(seed);
        this.context = BareJournal.start(
                new String[] {"--tilab.data-dir=" + folder, "--kills.turns=" + turns}, CrashedStore.Parts.class);
        this.journal = context.getBean(Journal.class);
        this.store = context.getBean(CrashedStore.class);
        this.check = new StoreCheck(journal, store);
        store.drop();
        this.empty = store.file();
        this.base = folder.resolve("base.mv.db");
        this.left = Files.createDirectory(folder.resolve("left")).resolve("tilab.mv.db");
        Files.copy(empty, base);
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        boolean turns = arguments.length < 3 || !arguments[2].equals("unguarded");
        long seed = Long.getLong("crashes.seed", System.nanoTime());
        Path folder = Files.createTempDirectory("crashes");
        try (Crashes crashes = new Crashes(folder, clients, turns, seed)) {
            while (crashes.crashes < count) {
                crashes.round(Integer.getInteger("crashes.writes", 400), Math.min(25, count - crashes.crashes));
                // After every round: who has to stop it early still has its figure.
                System.out.printf(
                        "%d crashes, %d clients, one writer at a time: %s, seed %d, %d saves confirmed, torn: %d %s%n",
                        crashes.crashes, clients, turns, seed, crashes.saved, crashes.torn, crashes.faults);
                crashes.faults.clear();
            }
            System.exit(crashes.torn == 0 ? 0 : 1);
        }
    }

    /**
     * Clients save until the file was written a number of times; then looks at what crashes amid that leave. The next round goes on
     * with what the last of them left.
     */
    void round(int writes, int times) throws IOException, SQLException, InterruptedException {
        Writes recorded = store.open(base);
        Ledger ledger = new Ledger(recorded::count);
        for (LocalDate day : Writers.days(clients)) {
            journal.find(day).ifPresent(entry -> ledger.found(day, entry));
        }
        new Writers(journal, clients, ledger).run(random.nextLong(), () -> recorded.count() >= writes);
        store.drop();
        saved += ledger.confirmed();
        for (int i = 0; i < times; i++) {
            int calls = random.nextInt(recorded.count());
            int pages = random.nextInt(3) == 0 ? random.nextInt(recorded.pages(calls) + 1) : 0;
            recorded.leave(calls, pages, left);
            Files.copy(left, base, StandardCopyOption.REPLACE_EXISTING);
            List<String> found = lookThrough(left, ledger, calls);
            crashes++;
            if (!found.isEmpty()) {
                torn++;
                faults.add("crash " + crashes + ": " + found);
                Files.copy(base, folder.resolve("torn-" + crashes + ".mv.db"), StandardCopyOption.REPLACE_EXISTING);
                Files.copy(empty, base, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (Files.size(base) > LARGE_BYTES) {
            Files.copy(empty, base, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * What is wrong with a file that a kill left, which a start has to take as well.
     *
     * @param killed when, as the ledger counts
     */
    List<String> lookThrough(Path file, Ledger ledger, int killed) {
        List<String> found = new ArrayList<>();
        try {
            Start.on(file.getParent());
        } catch (RuntimeException refused) {
            found.add("refused at a start: "
                    + NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
        }
        try {
            store.open(file);
            for (LocalDate day : Writers.days(clients)) {
                String fault = ledger.fault(day, journal.find(day).orElse(null), killed);
                if (fault != null) {
                    found.add(fault);
                }
            }
            found.addAll(check.faults(Writers.days(clients)));
        } catch (Exception | AssertionError broken) {
            found.add("cannot be read: "
                    + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
        } finally {
            store.drop();
        }
        return found;
    }

    @Override
    public void close() {
        context.close();
    }
}

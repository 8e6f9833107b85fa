package dev.tilab.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Kills the journal while several clients save at full speed, again and again, and counts what was torn or lost. {@link Crashes}
 * finds more in the same time; this proves that a kill is what it takes one to be.
 *
 * <p>Arguments: kills, clients, and {@code unguarded} to let everybody write at once, as it was before.
 */
final class Kills {

    private final Path data;
    private final Path left;
    private final int clients;
    private final boolean turns;
    private final Crashes looks;
    private final Random random = new Random();

    /** How many lines the writer has said. */
    private int lines;

    private Ledger ledger = new Ledger(() -> lines);
    private long saved;

    private Kills(Path data, Path left, int clients, boolean turns, Crashes looks) {
        this.data = data;
        this.left = left;
        this.clients = clients;
        this.turns = turns;
        this.looks = looks;
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        boolean turns = arguments.length < 3 || !arguments[2].equals("unguarded");
        Path folder = Files.createTempDirectory("kills");
        int torn = 0;
        try (Crashes looks = new Crashes(Files.createDirectory(folder.resolve("looks")), clients, turns, 0)) {
            Kills kills = new Kills(folder.resolve("data"), folder.resolve("left.mv.db"), clients, turns, looks);
            for (int done = 1; done <= count; done++) {
                List<String> faults = kills.once();
                if (!faults.isEmpty()) {
                    torn++;
                    // What is torn stays torn: the next one begins anew, and the file can be looked at.
                    Files.move(kills.file(), folder.resolve("torn-" + done + ".mv.db"));
                    kills.ledger = new Ledger(() -> kills.lines);
                }
                // After every one: who has to stop it early still has its figure.
                System.out.printf(
                        "%d kills, %d clients, one writer at a time: %s, %d saves confirmed, torn: %d %s%n",
                        done, clients, turns, kills.saved, torn, faults);
            }
        }
        System.exit(torn == 0 ? 0 : 1);
    }

    private Path file() {
        return data.resolve("tilab.mv.db");
    }

    /** Starts, kills, looks at a copy of what is left: the next one begins with what H2 has not mended yet. */
    private List<String> once() throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        long before = ledger.confirmed();
        write(faults);
        saved += ledger.confirmed() - before;
        if (faults.isEmpty()) {
            Files.copy(file(), left, StandardCopyOption.REPLACE_EXISTING);
            faults.addAll(looks.lookThrough(left, ledger, lines));
        }
        return faults;
    }

    private void write(List<String> faults) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dkills.clients=" + clients,
                        "dev.tilab.journal.KilledWriter",
                        "--tilab.data-dir=" + data,
                        "--kills.turns=" + turns)
                .redirectErrorStream(true)
                .start();
        Timer timer = new Timer(true);
        boolean ready = false;
        boolean aimed = false;
        TimerTask kill = new TimerTask() {
            @Override
            public void run() {
                // Not the process itself: that would close the stream with lines still in it.
                process.toHandle().destroyForcibly();
            }
        };
        List<String> odd = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines++;
                String[] words = line.split(" ");
                if (line.equals("READY " + turns)) {
                    ready = true;
                } else if (words[0].equals("SENT")) {
                    ledger.sent(LocalDate.parse(words[1]), words[2]);
                } else if (words[0].equals("SAVED")) {
                    ledger.confirmed(LocalDate.parse(words[1]), words[2], Integer.parseInt(words[3]));
                    if (!aimed) {
                        // Not before: a process that has only just started has saved nothing yet.
                        aimed = true;
                        timer.schedule(kill, random.nextInt(1500));
                    }
                } else if (odd.size() < 40) {
                    odd.add(line);
                }
            }
        } finally {
            timer.cancel();
            process.destroyForcibly();
        }
        process.waitFor();
        if (!ready || odd.stream().anyMatch(line -> line.startsWith("Exception in thread"))) {
            faults.add("did not go on until it was killed: " + odd);
        }
    }
}

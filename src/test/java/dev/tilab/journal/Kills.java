package dev.tilab.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Kills the journal while several clients save at full speed, again and again, and counts what was torn or lost. Arguments:
 * kills, clients, and {@code unguarded} to let everybody write at once, as it was before.
 */
final class Kills {

    private final Path data;
    private final int clients;
    private final boolean turns;
    private final Random random = new Random();

    /** What was confirmed last for a day, as "text hash", and what was sent after it. */
    private final Map<String, String> confirmed = new HashMap<>();
    private final Map<String, Set<String>> sentSince = new HashMap<>();

    final List<String> faults = new ArrayList<>();
    long saved;

    Kills(Path data, int clients, boolean turns) {
        this.data = data;
        this.clients = clients;
        this.turns = turns;
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        boolean turns = arguments.length < 3 || !arguments[2].equals("unguarded");
        Kills kills = new Kills(Files.createTempDirectory("kills"), clients, turns);
        int done = 0;
        while (done < count && kills.faults.isEmpty()) {
            kills.once();
            done++;
            // After every one: who has to stop it early still has its figure.
            System.out.printf("%d kills, %d clients, one writer at a time: %s, %d saves confirmed, faults: %s%n",
                    done, clients, turns, kills.saved, kills.faults);
        }
        System.exit(kills.faults.isEmpty() ? 0 : 1);
    }

    /** Starts, checks what the kill before left, writes, kills. */
    void once() throws IOException, InterruptedException {
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
        List<String> odd = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("READY " + turns)) {
                    ready = true;
                    timer.schedule(new TimerTask() {
                        @Override
                        public void run() {
                            // Not the process itself: that would close the stream with lines still in it.
                            process.toHandle().destroyForcibly();
                        }
                    }, 300 + random.nextInt(900));
                } else {
                    take(line.split(" "), line, odd);
                }
            }
        } finally {
            timer.cancel();
            process.destroyForcibly();
        }
        process.waitFor();
        if (!ready) {
            faults.add("did not start: " + odd);
        }
    }

    private void take(String[] words, String line, List<String> odd) {
        switch (words[0]) {
            case "SENT" -> sentSince.computeIfAbsent(words[1], day -> new HashSet<>()).add(words[2]);
            case "SAVED", "AGAIN" -> {
                if (words.length == 4) {
                    saved++;
                    confirmed.put(words[1], words[2] + " " + words[3]);
                    sentSince.remove(words[1]);
                }
            }
            case "STANDS" -> {
                Set<String> later = sentSince.getOrDefault(words[1], Set.of());
                String last = confirmed.get(words[1]);
                boolean whole = (words[2] + " " + words[3]).equals(last)
                        || later.contains(words[2])
                        // The check before the last kill was cut short: it had saved the same text again, unconfirmed.
                        || last != null && last.startsWith(words[2] + " ");
                if (!whole) {
                    faults.add("LOST " + line + ", confirmed " + last);
                }
            }
            case "MISSING" -> {
                if (confirmed.containsKey(words[1])) {
                    faults.add("LOST " + line);
                }
            }
            case "TORN" -> faults.add(line);
            default -> {
                if (odd.size() < 40) {
                    odd.add(line);
                }
                if (line.contains("Exception") && faults.size() < 20 && line.startsWith("Exception in thread")) {
                    faults.add(line);
                }
            }
        }
    }
}

package dev.tilab.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** What clients sent and what was confirmed to them, and after how many writes to the file each of it was. */
final class Ledger implements Writers.Witness {

    private final Map<LocalDate, List<Line>> lines = new ConcurrentHashMap<>();
    private final IntSupplier now;

    /** @param file hash of the file that was confirmed; null where it was only sent */
    private record Line(int at, String save, Integer file) {}

    Ledger(IntSupplier now) {
        this.now = now;
    }

    /** What stood there at the beginning. */
    void found(LocalDate day, Entry entry) {
        lines.computeIfAbsent(day, any -> new ArrayList<>())
                .add(new Line(0, entry.fields().retrospective(), Arrays.hashCode(entry.bytes())));
    }

    @Override
    public void sent(LocalDate day, String save) {
        lines.computeIfAbsent(day, any -> new ArrayList<>()).add(new Line(now.getAsInt(), save, null));
    }

    @Override
    public void confirmed(LocalDate day, String save, byte[] file) {
        confirmed(day, save, Arrays.hashCode(file));
    }

    void confirmed(LocalDate day, String save, int file) {
        lines.computeIfAbsent(day, any -> new ArrayList<>()).add(new Line(now.getAsInt(), save, file));
    }

    /** How many saves were confirmed. */
    long confirmed() {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.file() != null && line.at() > 0)
                .count();
    }

    /**
     * What is wrong with what stands in a file after a kill; null when nothing is.
     *
     * @param writes how many had returned when it was killed; what was confirmed by then has to stand, or what was sent later
     * @param found the day as it is read now, null where there is none
     */
    String fault(LocalDate day, Entry found, int writes) {
        List<Line> before = lines.getOrDefault(day, List.of()).stream()
                .filter(line -> line.at() <= writes)
                .toList();
        Line confirmed = null;
        List<String> later = new ArrayList<>();
        for (Line line : before) {
            if (line.file() == null) {
                later.add(line.save());
            } else {
                confirmed = line;
                later.clear();
            }
        }
        if (found == null) {
            return confirmed == null ? null : day + ": lost, " + confirmed.save() + " was confirmed";
        }
        String stands = found.fields().retrospective();
        boolean whole = later.contains(stands)
                || confirmed != null
                        && confirmed.file() == Arrays.hashCode(found.bytes())
                        && confirmed.save().equals(stands);
        return whole
                ? null
                : day + ": " + stands + " stands, confirmed was " + (confirmed == null ? "nothing" : confirmed.save());
    }
}

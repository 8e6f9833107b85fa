package dev.tilab.journal.transfer;

import dev.tilab.journal.Attachments;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.Content;
import dev.tilab.journal.attachment.RefusedFileException;
import dev.tilab.journal.template.Notice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pictures and files that came beside texts: each goes with the days whose texts call it, or to which an archive of ours gives it. */
final class Beside {

    /** Names that a doubt says; more are counted. */
    private static final int NAMED = 3;

    private final Map<String, FoundFile> found = new HashMap<>();
    private final Attachments attachments;

    /** Paths of files that go with some day. */
    private final Set<String> taken = new HashSet<>();

    Beside(List<FoundFile> files, Attachments attachments) {
        files.forEach(file -> found.putIfAbsent(file.path(), file));
        this.attachments = attachments;
    }

    /** The same files with what goes with them; one that goes with a day is none by itself. */
    List<PlannedFile> with(List<PlannedFile> files, Function<Set<String>, Map<String, byte[]>> contents) {
        Map<String, PlannedFile> planned =
                files.stream().collect(Collectors.toMap(PlannedFile::name, Function.identity(), (one, other) -> one));
        Map<PlannedFile, Map<AttachmentPath, String>> days = new IdentityHashMap<>();
        Set<String> paths = new HashSet<>();
        for (PlannedFile file : files) {
            if (file.bytes() != null) {
                Map<AttachmentPath, String> wanted = wanted(file, planned);
                days.put(file, wanted);
                paths.addAll(wanted.values());
            }
        }
        Map<String, byte[]> read = contents.apply(paths);
        List<PlannedFile> all = new ArrayList<>();
        for (PlannedFile file : files) {
            Map<AttachmentPath, String> wanted = days.get(file);
            if (taken.contains(file.name())) {
                continue;
            }
            if (wanted == null) {
                all.add(file);
                continue;
            }
            Map<AttachmentPath, byte[]> come = new LinkedHashMap<>();
            wanted.forEach((path, where) -> {
                if (read.containsKey(where)) {
                    come.put(path, read.get(where));
                }
            });
            all.add(with(file, come));
        }
        return all;
    }

    /** Paths among the files that were sent, by the paths of the day's text. */
    private Map<AttachmentPath, String> wanted(PlannedFile file, Map<String, PlannedFile> planned) {
        Map<AttachmentPath, String> files = new LinkedHashMap<>();
        for (AttachmentPath path : file.called()) {
            FilePath.beside(file.name(), path.value())
                    .map(found::get)
                    .filter(other -> isFile(other, file, planned.get(other.path())))
                    .ifPresent(other -> files.put(path, other.path()));
        }
        String archive = found.containsKey(file.name()) ? found.get(file.name()).archive() : "";
        for (FoundFile other : found.values()) {
            for (Belonging belonging : other.belongs()) {
                if (belonging.day().equals(file.date()) && other.archive().equals(archive)) {
                    files.put(belonging.path(), other.path());
                }
            }
        }
        taken.addAll(files.values());
        return files;
    }

    /** A text that says no day is a file of the one that calls it. */
    private static boolean isFile(FoundFile other, PlannedFile day, PlannedFile itself) {
        return other.mayBelong()
                || day.date() != null
                        && itself != null
                        && itself != day
                        && itself.date() == null
                        && itself.bytes() != null
                        && !itself.name().equals(day.name());
    }

    /** @param come what came with it, by the paths of its text */
    PlannedFile with(PlannedFile file, Map<AttachmentPath, byte[]> come) {
        List<AttachedFile> coming = new ArrayList<>();
        List<RefusedFile> refused = new ArrayList<>();
        come.forEach((path, bytes) -> {
            try {
                Content.of(bytes, path.name());
                coming.add(new AttachedFile(path, bytes));
            } catch (RefusedFileException notKept) {
                refused.add(RefusedFile.of(notKept));
            }
        });
        Map<AttachmentPath, String> there = new HashMap<>();
        if (file.date() != null && file.seen() != null) {
            attachments.of(file.date()).forEach(one -> there.put(one.path(), one.sha256()));
        }
        List<Notice> doubts = new ArrayList<>(file.doubts());
        List<String> away = file.pictures().stream()
                .filter(path -> !come.containsKey(path) && !there.containsKey(path) && !isNotions(path))
                .map(AttachmentPath::value)
                .toList();
        if (!away.isEmpty()) {
            String names = String.join(", ", away.subList(0, Math.min(NAMED, away.size())));
            doubts.add(new Notice(PlannedFile.FILES_AWAY, away.size(), names + (away.size() > NAMED ? " …" : "")));
        }
        long missing = coming.stream()
                .filter(one -> !sha256(one.bytes()).equals(there.get(one.path())))
                .count();
        boolean incomplete = file.step() == Step.IDENTICAL && file.seen() != null && missing > 0;
        return file.with(
                incomplete ? Step.SKIP : file.step(),
                incomplete ? Skip.of(Imports.FILES_MISSING, missing) : file.skip(),
                List.copyOf(doubts),
                List.copyOf(coming),
                List.copyOf(refused));
    }

    /** Of those the text's own notices speak. */
    private static boolean isNotions(AttachmentPath path) {
        return path.value().startsWith("attachment:");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

package dev.tilab.journal.transfer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Paths of files as folders and archives have them: what they are called, and whether a diary can be at the end of them. */
final class FilePath {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    /** {@code 2025}, {@code 2025-03}, {@code Mar}, {@code 3월}: an archive's name that says when; an id of Notion's does not. */
    private static final Pattern SAYS_WHEN = Pattern.compile("[0-9년월 ._-]{1,12}|[A-Za-z]{1,12}");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final List<String> TEXTS = List.of("md", "markdown", "mdown", "txt");
    private static final List<String> TOOLS = List.of("__macosx", "thumbs.db", "desktop.ini", "node_modules");

    private FilePath() {}

    /** With slashes, composed letters and without escapes. */
    static String readable(String path) {
        String slashes = path.replace('\\', '/');
        while (slashes.startsWith("./")) {
            slashes = slashes.substring(2);
        }
        return Normalizer.normalize(decoded(slashes), Normalizer.Form.NFC);
    }

    private static String decoded(String path) {
        if (!ESCAPE.matcher(path).find()) {
            return path;
        }
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') < 0 ? decoded : path;
        } catch (IllegalArgumentException aPercentSignOfItsOwn) {
            return path;
        }
    }

    /** Whether it leaves the folder that it is in. Nothing is written to where a path leads; yet whoever made it meant no diary. */
    static boolean leads(String path) {
        return path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || path.indexOf('\0') >= 0
                || segments(path).anyMatch(".."::equals);
    }

    /** Where an address in a file leads to; empty where that is outside of everything that was sent. */
    static Optional<String> beside(String file, String address) {
        Deque<String> folders = new ArrayDeque<>();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        for (String part : (folder + address).split("/")) {
            if (!part.equals("..")) {
                folders.addLast(part);
            } else if (folders.pollLast() == null) {
                return Optional.empty();
            }
        }
        return Optional.of(String.join("/", folders));
    }

    static boolean ofTools(String path) {
        return segments(path)
                .map(segment -> segment.toLowerCase(Locale.ROOT))
                .anyMatch(segment -> segment.startsWith(".") || TOOLS.contains(segment));
    }

    static boolean isArchive(String path) {
        return extension(path).equals("zip");
    }

    /** Diaries have no extension, too: {@code 2025-02-03}, {@code 2025.02.03}. */
    static boolean mayBeText(String path) {
        String extension = extension(path);
        return TEXTS.contains(extension)
                || extension.isEmpty()
                || extension.chars().allMatch(Character::isDigit);
    }

    static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The folder that an archive stands for, as far as it may tell the day; empty where it does not. */
    static String folderOf(String archive) {
        int slash = archive.lastIndexOf('/') + 1;
        String stem = archive.substring(slash, archive.length() - ".zip".length());
        return archive.substring(0, slash) + (SAYS_WHEN.matcher(stem).matches() ? stem + "/" : "");
    }

    private static Stream<String> segments(String path) {
        return Stream.of(path.split("/"));
    }
}

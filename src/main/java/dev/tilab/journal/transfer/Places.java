package dev.tilab.journal.transfer;

import dev.tilab.journal.Attachment;
import dev.tilab.journal.KeptFile;
import dev.tilab.journal.attachment.AttachmentPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where days and what belongs to them lie in an archive: a day in the folders of the layout, its pictures and files where its text
 * calls them from there, so that any program that shows Markdown shows them. Where another day has something else in such a place,
 * also on a disk that knows no capital letters, the day gets a folder of its own.
 */
final class Places {

    /** Contents by place, a day's own text under its date. */
    private final Map<String, String> contents = new HashMap<>();

    private final Set<String> folders = new HashSet<>();
    private final Layout layout;

    Places(Layout layout) {
        this.layout = layout;
    }

    /**
     * One day.
     *
     * @param file path of its text
     * @param attached paths of what belongs to it
     */
    record Place(String file, Map<Attachment, String> attached) {}

    /** Each day once, in any order. */
    Place of(KeptFile day, List<Attachment> attached) {
        String usual = layout.path(day);
        int name = usual.lastIndexOf('/') + 1;
        Place place = place(usual, day, attached);
        for (int i = 1;
                i == 1 ? !isFree(place, day) : !isFree(place.file(), day.date().toString());
                i++) {
            String own = usual.substring(0, name) + day.date() + (i == 1 ? "" : "-" + i) + "/";
            place = place(own + usual.substring(name), day, attached);
        }
        Map<Attachment, String> found = new LinkedHashMap<>();
        take(place.file(), day.date().toString());
        place.attached().forEach((file, path) -> {
            String free = path;
            for (int i = 2; !isFree(free, file.sha256()); i++) {
                free = away(day, file.path(), i);
            }
            take(free, file.sha256());
            found.put(file, free);
        });
        return new Place(place.file(), found);
    }

    private static Place place(String file, KeptFile day, List<Attachment> attached) {
        Map<Attachment, String> paths = new LinkedHashMap<>();
        for (Attachment one : attached) {
            // What Notion kept, and what would lie outside of the archive, lies in a folder of the day's name.
            boolean nowhere = one.path().value().startsWith("attachment:");
            paths.put(
                    one,
                    nowhere
                            ? away(day, one.path(), 1)
                            : FilePath.beside(file, one.path().value()).orElseGet(() -> away(day, one.path(), 1)));
        }
        return new Place(file, paths);
    }

    private static String away(KeptFile day, AttachmentPath path, int number) {
        return day.date() + "/" + (number == 1 ? "" : number + "/") + path.name();
    }

    private boolean isFree(Place place, KeptFile day) {
        return isFree(place.file(), day.date().toString())
                && place.attached().entrySet().stream()
                        .allMatch(one -> isFree(one.getValue(), one.getKey().sha256())
                                && !key(one.getValue()).equals(key(place.file())));
    }

    private boolean isFree(String path, String content) {
        String key = key(path);
        if (contents.containsKey(key)) {
            return contents.get(key).equals(content + path);
        }
        if (folders.contains(key)) {
            return false;
        }
        for (int slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
            if (contents.containsKey(key.substring(0, slash))) {
                return false;
            }
        }
        return true;
    }

    private void take(String path, String content) {
        String key = key(path);
        contents.put(key, content + path);
        for (int slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
            folders.add(key.substring(0, slash));
        }
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}

package dev.tilab.journal.attachment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an attachment lies, as seen from its day's file: what the text writes between the brackets of {@code ![](images/a%20b.png)},
 * with percent signs decoded, composed (NFC), with {@code /} between folders. Two addresses that lead to the same place are the same
 * path.
 *
 * <p>It is never a path of this machine: nothing is ever opened by it. It may begin with {@code ../}, because texts are brought in
 * that say so ({@code Mar/06.md} with {@code ../images/a.png}); whoever writes it into folders decides what becomes of that. Notion's
 * {@code attachment:uuid:name.png} is a path, too.
 *
 * <p>Allowed are 1 to {@value #LONGEST} UTF-16 units, folders and names of at most {@value #LONGEST_NAME} each, in any script, spaces
 * and all signs but control characters. Not allowed: a leading {@code /}, any other address with a scheme ({@code https:},
 * {@code data:}, {@code file:}), nothing behind the last {@code /}, and half a character. {@code .}, {@code //}, a backslash and
 * {@code folder/..} are tidied away.
 */
public record AttachmentPath(String value) {

    public static final int LONGEST = 500;
    public static final int LONGEST_NAME = 200;

    private static final int LONGEST_OWN_NAME = 80;

    private static final Pattern SCHEME = Pattern.compile("(?i)(?!attachment:)[a-z][a-z0-9+.-]+:.*");

    /** What Markdown, an address or a file system would take for something else. */
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]+");

    private static final Pattern AT_AN_END = Pattern.compile("^[.-]+|[.-]+$");

    /** The path that a text's address leads to; empty for an address elsewhere. */
    public static Optional<AttachmentPath> ofAddress(String address) {
        return of(decoded(address.strip().replaceFirst("(?s)[?#].*$", "")));
    }

    /** The path as an archive or a program names it, where no sign stands for another; empty when it is none. */
    public static Optional<AttachmentPath> of(String path) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFC).replace('\\', '/');
        if (composed.startsWith("/")
                || SCHEME.matcher(composed).matches()
                || composed.codePoints().anyMatch(AttachmentPath::isNoCharacter)) {
            return Optional.empty();
        }
        String tidy = tidy(composed);
        boolean named = !tidy.isBlank() && !composed.endsWith("/") && !tidy.endsWith("..");
        return named && tidy.length() <= LONGEST
                ? Optional.of(new AttachmentPath(tidy)).filter(AttachmentPath::isShort)
                : Optional.empty();
    }

    /**
     * A path for a file that is added here: in a folder of the day's name, by a name that can stand in Markdown as it is.
     *
     * @param fileName as its owner calls it, folders allowed; nothing that could be a name becomes {@code file}
     * @param number 1, or more where the name is taken
     */
    public static AttachmentPath added(LocalDate day, String fileName, int number) {
        String name = Normalizer.normalize(fileName, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 ? tidyName(name.substring(dot + 1)) : "";
        String stem = tidyName(dot > 0 ? name.substring(0, dot) : name);
        String own = (stem.isEmpty() ? "file" : stem) + (number > 1 ? "-" + number : "");
        return new AttachmentPath(day + "/" + own + (ending.isEmpty() ? "" : "." + ending));
    }

    private static String tidyName(String part) {
        String tidy =
                AT_AN_END.matcher(NOT_IN_A_NAME.matcher(part).replaceAll("-")).replaceAll("");
        int characters = tidy.codePointCount(0, tidy.length());
        String cut = tidy.substring(0, tidy.offsetByCodePoints(0, Math.min(LONGEST_OWN_NAME, characters)));
        return AT_AN_END.matcher(cut).replaceAll("");
    }

    /** The last part. */
    public String name() {
        return value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')) + 1);
    }

    private boolean isShort() {
        for (String part : value.split("/")) {
            if (part.length() > LONGEST_NAME) {
                return false;
            }
        }
        return true;
    }

    private static String tidy(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static boolean isNoCharacter(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }
}

package dev.tilab.journal.markdown;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code #네트워크} in a text. A number, a heading's sign and what stands in a link or an address are none. */
public final class TagMark {

    /** Its first group is the tag without its sign. */
    public static final Pattern PATTERN =
            Pattern.compile("(?<![\\p{L}\\p{N}#/&\\[(`])#(\\p{L}[\\p{L}\\p{M}\\p{N}_/-]{0,49})(?![\\p{L}\\p{N}`])");

    private TagMark() {}

    /** As it is compared: with or without its sign, however it was typed. */
    public static String normal(String tag) {
        String bare = Normalizer.normalize(tag.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return bare.startsWith("#") ? bare.substring(1) : bare;
    }
}

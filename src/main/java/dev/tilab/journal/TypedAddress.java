package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a reference as a person types it, which is half of one most of the time: a day that is saved every two seconds must
 * not wait for its end. What looks like a host is taken for one, what is no address is text. An address that says to be of another
 * kind than we open ({@code javascript:…}) is left as it is, for the rule to refuse. Programs send whole addresses, or are told.
 *
 * @param title what stands in the title's field, and behind it what was typed as an address and is none
 * @param url an address, or empty; or what the rule refuses
 */
public record TypedAddress(String title, String url) {

    private static final Pattern SITE = Pattern.compile(
            "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(?:\\p{L}{2,}|xn--[a-z0-9-]+)(?::\\d{1,5})?(?:[/?#]\\S*)?");

    /**
     * Names of files that people refer to ({@code README.md}). Some are countries, too; those under which there are more sites than
     * files ({@code docs.rs}, {@code bun.sh}) are left out.
     */
    private static final Pattern FILE = Pattern.compile(
            "[^/?#:]+\\.(?:md|mdx|markdown|txt|rtf|pdf|hwpx?|docx?|pptx?|xlsx?|csv|tsv|html?|css|jsx?|mjs|tsx?|json|ya?ml|toml|xml|java|kts?|py"
                    + "|ipynb|rb|go|cpp|hpp|sql|bat|ini|conf|cfg|env|log|lock|properties|gradle|tf|png|jpe?g|gif|svg|webp|mov|zip|tar|gz|jar|war)",
            Pattern.CASE_INSENSITIVE);

    /** What answers without a certificate most of the time. */
    private static final Pattern MACHINE =
            Pattern.compile("(?:localhost|\\d{1,3}(?:\\.\\d{1,3}){3}):\\d{1,5}(?:[/?#]\\S*)?|localhost(?:/\\S*)?");

    /** One letter is a drive, and a dot before the colon belongs to a host. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+-]+):\\S.*", Pattern.DOTALL);

    /** A title and an address that was just typed: {@code naver.com} gets its {@code https://}, other words, names of files too, go to the title. */
    public static TypedAddress of(String title, String typed) {
        boolean whole = !Rules.scheme(typed).isEmpty() && typed.chars().noneMatch(Character::isWhitespace);
        if (typed.isEmpty() || typed.length() > DayField.REFERENCE_URL.limit() || whole || isOfAnotherKind(typed)) {
            return new TypedAddress(title, typed);
        }
        if (SITE.matcher(typed).matches() && !FILE.matcher(typed).matches()) {
            return new TypedAddress(title, "https://" + typed);
        }
        if (MACHINE.matcher(typed).matches()) {
            return new TypedAddress(title, "http://" + typed);
        }
        return new TypedAddress(title.isBlank() ? typed : title + " " + typed, "");
    }

    private static boolean isOfAnotherKind(String typed) {
        Matcher scheme = SCHEME.matcher(typed);
        return scheme.matches()
                && !scheme.group(1).equals("localhost")
                && !Rules.SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
    }
}

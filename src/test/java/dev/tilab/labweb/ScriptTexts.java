package dev.tilab.labweb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that the scripts of a lab's page ask for, as their sources spell them: {@code words('say.at', …)} by name,
 * {@code words(`mark.${kind}`)} as a pattern of names.
 */
final class ScriptTexts {

    private static final Path SCRIPTS = Path.of("src/main/resources/static/js");
    private static final Pattern IMPORT = Pattern.compile("(?:import|from)\\s*\\(?\\s*'(\\.[^']+)'");
    private static final Pattern ASKS = Pattern.compile("\\b(?:words|say)\\(");
    private static final Pattern MEANS = Pattern.compile("\\bmeans\\(");
    private static final Pattern SIGN = Pattern.compile("\\[\\s*'([a-z0-9.-]+)'\\s*(?:]|,\\s*[^'\\s])");
    private static final Pattern COMPARED = Pattern.compile("(?:[!=]==|includes\\()\\s*'[^']*'");
    private static final Pattern NAME = Pattern.compile("'([a-z][a-z0-9.-]*)'");
    private static final Pattern TEMPLATE = Pattern.compile("`([^`]*)`");

    /** Modules of the page, its own and those that they import. */
    final Set<Path> modules = new TreeSet<>();

    final Set<String> names = new TreeSet<>();

    /** What parts of the stage say that they paint: {@code pen.means(lost ? 'lost' : 'copy')}. */
    final Set<String> meant = new TreeSet<>();

    /** The signs that are explained, of the lab and of every lab: {@code ['lost', pen => …]}. */
    final Set<String> signs = new TreeSet<>();

    /** Each with one star where a value stands. */
    final Set<String> patterns = new TreeSet<>();

    ScriptTexts(String lab) {
        follow(SCRIPTS.resolve("labs").resolve(lab).resolve("page.js"));
        modules.forEach(module ->
                ASKS.matcher(read(module)).results().forEach(ask -> take(argument(read(module), ask.end()))));
        modules.forEach(module -> {
            String source = read(module);
            MEANS.matcher(source).results().forEach(each -> quoted(argument(source, each.end()), meant));
            if (module.endsWith("signs.js")) {
                SIGN.matcher(source).results().forEach(sign -> signs.add(sign.group(1)));
            }
        });
    }

    /** Whether a word stands quoted in what paints, which may mean it by way of a state or a list. */
    boolean paints(String sign) {
        return modules.stream()
                .filter(module -> !module.endsWith("signs.js"))
                .anyMatch(module -> read(module).contains("'" + sign + "'"));
    }

    private void follow(Path module) {
        if (modules.add(module)) {
            IMPORT.matcher(read(module))
                    .results()
                    .forEach(each -> follow(module.resolveSibling(each.group(1)).normalize()));
        }
    }

    private void take(String argument) {
        Matcher templates = TEMPLATE.matcher(argument);
        templates.results().forEach(template -> patterns.add(template.group(1).replaceAll("(\\$\\{[^}]*})+", "*")));
        quoted(templates.replaceAll(""), names);
    }

    private static void quoted(String argument, Set<String> into) {
        String rest = COMPARED.matcher(argument).replaceAll("");
        NAME.matcher(rest).results().forEach(name -> into.add(name.group(1)));
    }

    /** What stands before the first comma of a call that is not inside something else. */
    private static String argument(String source, int from) {
        int depth = 1;
        char quote = 0;
        for (int at = from; at < source.length(); at++) {
            char sign = source.charAt(at);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if ("'\"`".indexOf(sign) >= 0) {
                quote = sign;
            } else if ("([{".indexOf(sign) >= 0) {
                depth++;
            } else if (")]}".indexOf(sign) >= 0) {
                depth--;
            }
            if (depth == 0 || depth == 1 && quote == 0 && sign == ',') {
                return source.substring(from, at);
            }
        }
        throw new AssertionError("a call without an end");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

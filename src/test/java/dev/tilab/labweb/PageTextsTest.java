package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page carries what its scripts say: nothing of other labs, nothing that only the server says, and no text less. */
class PageTextsTest {

    private static final Pattern KEY = Pattern.compile("data-key=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("'([a-z][a-z0-9.-]*)'");

    private static final LabTexts TEXTS = LabMvc.texts();

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void nothingIsOnAPageThatItsScriptsDoNotSay(Lab<?> lab) {
        Said said = new Said(lab);

        Set<String> own = onPage(lab);
        own.removeAll(onEveryPage());
        assertThat(own)
                .hasSizeGreaterThan(10)
                .allMatch(key -> key.matches("(stage|lab)\\." + lab.id() + "\\..*"), "its own")
                .allMatch(said::says, "said by a script of the lab");
    }

    /** What all pages carry is for all labs: a text that one lab says belongs to that lab. */
    @Test
    void whatAllPagesCarryIsSaidByMoreThanOneLab() {
        List<Said> labs = labs().map(Said::new).toList();
        assertThat(onEveryPage())
                .hasSizeGreaterThan(15)
                .allMatch(key -> labs.stream().filter(said -> said.says(key)).count() > 1, "said by two labs");
    }

    /** Without it the page stops amid drawing, and only where somebody comes by that instant. */
    @ParameterizedTest
    @MethodSource("labs")
    void everythingThatItsScriptsAskForIsOnThePage(Lab<?> lab) {
        Set<String> texts = onPage(lab).stream().map(key -> shortened(lab, key)).collect(Collectors.toSet());
        ScriptTexts scripts = new ScriptTexts(lab.id());

        assertThat(texts).containsAll(scripts.names);
        assertThat(scripts.patterns)
                .allMatch(pattern -> texts.stream().anyMatch(key -> key.matches(regex(pattern))), "on the page");
    }

    /** A second scene of a lab has a page and texts of its own. */
    @Test
    void everythingThatTheDoctorsScriptsAskForIsOnItsPage() {
        Set<String> texts = keysIn(TEXTS.forBrowser("doctor", Locale.ENGLISH)).stream()
                .map(key -> key.replaceFirst("^stage\\.(doctor\\.)?", ""))
                .collect(Collectors.toSet());
        ScriptTexts scripts = new ScriptTexts("doctor");

        assertThat(scripts.names).contains("ask.where", "dropped");
        assertThat(texts).containsAll(scripts.names);
        assertThat(scripts.patterns)
                .allMatch(pattern -> texts.stream().anyMatch(key -> key.matches(regex(pattern))), "on the page");
        assertThat(texts)
                .containsAll(scripts.signs.stream().map(sign -> "sign." + sign).toList());
    }

    private static Set<String> onEveryPage() {
        Set<String> shared = onPage(Labs.all().get(0));
        labs().forEach(lab -> shared.retainAll(onPage(lab)));
        return shared;
    }

    private static Set<String> onPage(Lab<?> lab) {
        return keysIn(TEXTS.forBrowser(lab, Locale.ENGLISH));
    }

    private static Set<String> keysIn(String html) {
        return KEY.matcher(html).results().map(key -> key.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As scripts name it: they look below the lab's stage, below all stages, then below the lab. */
    private static String shortened(Lab<?> lab, String key) {
        return key.replaceFirst("^(stage|lab)\\.(" + lab.id() + "\\.)?", "");
    }

    private static String regex(String pattern) {
        return Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    /** What the scripts of a lab may say: the names in their code, whether asked for at once or handed on, and the patterns. */
    private static final class Said {

        private final Lab<?> lab;
        private final Set<String> names = new TreeSet<>();
        private final Set<String> patterns;

        Said(Lab<?> lab) {
            this.lab = lab;
            ScriptTexts scripts = new ScriptTexts(lab.id());
            patterns = new TreeSet<>(scripts.patterns);
            for (var module : scripts.modules) {
                String source = ScriptTexts.read(module);
                NAME.matcher(source).results().forEach(name -> names.add(name.group(1)));
                Pattern.compile("`([a-z]+\\.)\\$\\{")
                        .matcher(source)
                        .results()
                        .forEach(start -> patterns.add(start.group(1) + "*"));
            }
        }

        boolean says(String key) {
            String name = shortened(lab, key);
            return names.contains(name) || patterns.stream().anyMatch(pattern -> name.matches(regex(pattern)));
        }
    }
}

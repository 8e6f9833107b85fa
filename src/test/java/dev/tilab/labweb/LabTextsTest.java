package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever adds a lab, a parameter, an option, an action, a preset or a kind of problem is told what is missing. */
class LabTextsTest {

    private static final Path CODE = Path.of("src/main/java/dev/tilab");
    private static final Pattern CODES = Pattern.compile(
            "\"((?:not-an?|too|unknown|out-of|below|above|missing)-[a-z-]+|duplicate|repeated|targets-outside)\"");

    @ParameterizedTest
    @ValueSource(strings = {"", "_ko"})
    void everythingThatALabOffersHasItsText(String language) throws IOException {
        Set<String> texts = MessageKeys.in(language);
        assertThat(Labs.all()).isNotEmpty();
        for (Lab<?> lab : Labs.all()) {
            assertThat(texts).containsAll(keysOf(lab));
        }
        assertThat(texts)
                .containsAll(problemCodes().stream()
                        .map(code -> "lab.problem." + code)
                        .toList());
    }

    /** Without them the lab would be in the list, and its page an error. */
    @Test
    void everyLabHasItsTemplateItsSceneAndItsPage() throws IOException {
        Path scripts = Path.of("src/main/resources/static/js/labs");
        for (Lab<?> lab : Labs.all()) {
            assertThat(Path.of("src/main/resources/templates/labs", lab.id() + ".html"))
                    .isRegularFile();
            assertThat(scripts.resolve(lab.id()).resolve("page.js")).isRegularFile();
            assertThat(Files.readString(scripts.resolve(lab.id() + ".js")))
                    .as("what the first page asks of a scene, for its small picture")
                    .containsPattern("\\brunOf\\b")
                    .containsPattern("\\bpreviewLayout\\b")
                    .containsPattern("\\bdrawPreview\\b");
        }
    }

    /** Guards against the search below finding nothing. */
    @Test
    void theCodesOfProblemsAreFoundInTheCode() throws IOException {
        assertThat(problemCodes())
                .contains(
                        "repeated", "targets-outside", "unknown-parameter", "too-many-requests", "not-an-intervention");
    }

    private static List<String> keysOf(Lab<?> lab) {
        List<String> keys = new ArrayList<>(List.of("name", "summary", "leaves-out"));
        for (Parameter parameter : lab.parameters()) {
            keys.add("parameter." + parameter.id());
            keys.add("parameter." + parameter.id() + ".hint");
            parameter.options().forEach(option -> keys.add("option." + option));
            if (parameter.type() == Parameter.Type.CHOICES) {
                parameter
                        .options()
                        .forEach(option ->
                                keys.addAll(List.of("option." + option + ".how", "option." + option + ".text")));
            }
        }
        lab.actions().forEach(action -> keys.add("action." + action.id()));
        lab.claims().forEach(claim -> {
            keys.addAll(
                    List.of("claim." + claim.id(), "claim." + claim.id() + ".guess", "claim." + claim.id() + ".shown"));
            claim.options().forEach(option -> keys.add("claim." + claim.id() + ".option." + option));
        });
        lab.presets()
                .forEach(preset -> keys.addAll(List.of("preset." + preset.id(), "preset." + preset.id() + ".text")));
        return keys.stream().map(key -> "lab." + lab.id() + "." + key).toList();
    }

    /** Every string in the code of the labs that has the form of a problem's code. */
    private static TreeSet<String> problemCodes() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        for (String folder : List.of("simulation/lab", "labs", "labweb/LabQuery.java")) {
            try (Stream<Path> files = Files.walk(CODE.resolve(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    CODES.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
                }
            }
        }
        return codes;
    }
}

package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.labs.Labs;
import dev.tilab.labs.Reach;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Decimals;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Scenario;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What the page of a lab owes its lab: a field for every parameter, a button and words for everything that can be done and that
 * can be said. Whoever adds one of them and forgets its page is told here what is missing.
 */
class LabPageContractTest {

    private static final MockMvc PAGES = LabMvc.rendering(Labs.all().toArray(Lab<?>[]::new));

    /** {@code rate: [1, 1000, '']}: lowest and highest place, unit. */
    private static final Pattern SLIDER = Pattern.compile("(\\w+): \\[([0-9.]+), ([0-9.]+), '(\\w*)']");

    private static final Pattern SLIDERS = Pattern.compile("sliders: \\{(.*?)\\n? *}", Pattern.DOTALL);

    /**
     * Words without a text where others of their list have one: what did not happen is not told (a write that was kept, an alarm
     * that is off, an instance that is gone, a zone that is as usual), alarms say the value instead of a cause, and phases are no notes.
     */
    private static final Set<String> UNSAID = Set.of(
            "cause.kept",
            "loss.kept",
            "alarm.ok",
            "state.terminated",
            "sign.terminated",
            "sign.up",
            "short.alarm-high",
            "short.alarm-low",
            "short.target-high",
            "short.target-low",
            "note.fault",
            "note.dns-changed");

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyParameterHasItsFieldInTheForm(Lab<?> lab) throws Exception {
        String form = between(page(lab, "?seed=1"), "<form id=\"conditions\"", "</form>");

        for (Parameter parameter : lab.parameters()) {
            assertThat(form).as(parameter.id()).contains("name=\"" + parameter.id() + "\"");
            assertThat(parameter.options())
                    .allSatisfy(option -> assertThat(form).as(parameter.id()).contains("value=\"" + option + "\""));
        }
    }

    /** A slider that goes further than its parameter answers a drag with an error. */
    @ParameterizedTest
    @MethodSource("labs")
    void aSliderStaysWithinItsParameter(Lab<?> lab) {
        Map<String, Parameter> parameters =
                lab.parameters().stream().collect(Collectors.toMap(Parameter::id, parameter -> parameter));
        String page = ScriptTexts.read(Path.of("src/main/resources/static/js/labs", lab.id(), "page.js"));
        Matcher declared = SLIDERS.matcher(page);
        assertThat(declared.find()).isTrue();
        List<String> sliders = new ArrayList<>();

        SLIDER.matcher(declared.group(1)).results().forEach(slider -> {
            Parameter parameter = parameters.get(slider.group(1));
            assertThat(parameter).as(slider.group()).isNotNull();
            BigDecimal low = number(parameter, slider.group(2) + slider.group(4));
            BigDecimal high = number(parameter, slider.group(3) + slider.group(4));
            assertThat(low).as(slider.group()).isPositive().isGreaterThanOrEqualTo(number(parameter, parameter.min()));
            assertThat(high)
                    .as(slider.group())
                    .isGreaterThan(low)
                    .isLessThanOrEqualTo(number(parameter, parameter.max()));
            sliders.add(slider.group());
        });

        assertThat(sliders)
                .as("all that are declared are read")
                .hasSize(declared.group(1).split("\\[").length - 1);
    }

    /** A chip that goes further than its list, or not as far, offers what the server refuses or hides what it takes. */
    @Test
    void chipsHaveTheLimitsOfTheirList() {
        Lab<?> lab = Labs.all().stream()
                .filter(each -> each.id().equals("load-balancing"))
                .findFirst()
                .orElseThrow();
        Parameter targets = lab.parameters().stream()
                .filter(each -> each.id().equals("targets"))
                .findFirst()
                .orElseThrow();

        assertThat(ScriptTexts.read(Path.of("src/main/resources/static/js/labs/load-balancing/page.js")))
                .contains("targets: { low: %s, high: %s, most: %d,"
                        .formatted(targets.min(), targets.max(), targets.maxItems()));
    }

    private static BigDecimal number(Parameter parameter, String text) {
        return switch (parameter.type()) {
            case DURATION -> BigDecimal.valueOf(Durations.micros(text).orElseThrow());
            case INTEGER, DECIMAL -> Decimals.parse(text).orElseThrow();
            default -> throw new AssertionError(parameter.id() + " is no number");
        };
    }

    /** Each can be done by a press, stands in the list of what was done, and is marked on the bar of time. */
    @ParameterizedTest
    @MethodSource("labs")
    void everythingThatCanBeDoneHasAButtonAndAMarkInWords(Lab<?> lab) throws Exception {
        String everything =
                lab.actions().stream().map(LabPageContractTest::done).collect(Collectors.joining(","));
        for (String language : List.of("en", "ko")) {
            String page = page(lab, "?seed=1&at=" + everything, language);
            String menu = between(page, "<div class=\"touch\" id=\"touch\"", "<ul class=\"done\"");
            String list = between(page, "<ul class=\"done\"", "</ul>");

            for (Action action : lab.actions()) {
                assertThat(menu).contains("data-touch=\"" + action.id() + "\"");
                assertThat(list).contains("data-remove=\"" + done(action) + "\"");
            }
            assertThat(menu + list).doesNotContain("??");
            assertThat(list.split("<li>")).hasSize(lab.actions().size() + 1);
        }
        assertThat(dictionaries(lab).get("kind"))
                .containsAll(lab.actions().stream().map(Action::id).toList());
    }

    /**
     * The mark of what was done to the third zone says "zone c" only where the scripts know that it is done to zones: where there
     * are things of several kinds, an action that can be done to several of one stands in their code.
     */
    @ParameterizedTest
    @MethodSource("labs")
    void scriptsKnowWhatAnActionIsDoneTo(Lab<?> lab) {
        String code = new ScriptTexts(lab.id())
                .modules.stream().map(ScriptTexts::read).collect(Collectors.joining());
        boolean several = lab.actions().stream().map(Action::subject).distinct().count() > 1;

        assertThat(lab.actions())
                .filteredOn(action -> several && action.subjects().size() != 1)
                .extracting(Action::id)
                .allMatch(action -> code.contains("'" + action + "'"), "stands in a script");
    }

    private static String done(Action action) {
        return "1s:" + Reach.done(action);
    }

    /** A lane has one of four letters, shapes and colours. */
    @ParameterizedTest
    @MethodSource("labs")
    void noRunHasMoreLanesThanThereAreLetters(Lab<?> lab) {
        assertThat(lab.parameters().stream().filter(parameter -> parameter.type() == Parameter.Type.CHOICES))
                .allMatch(parameter -> parameter.maxItems() <= "ABCD".length());
    }

    /** Without it the page stops amid drawing, and only where somebody comes by that instant. */
    @ParameterizedTest
    @MethodSource("labs")
    void everyTextThatAScriptAsksForByNameIsThere(Lab<?> lab) {
        Set<String> texts = MessageKeys.in(""); // MessagesTest holds the other language to the same
        ScriptTexts scripts = new ScriptTexts(lab.id());

        assertThat(scripts.names).hasSizeGreaterThan(10).allMatch(name -> has(texts, lab, name), "has a text");
        assertThat(scripts.patterns)
                .hasSizeGreaterThan(2)
                .allMatch(pattern -> texts.stream().anyMatch(key -> matches(lab, pattern, key)), "has texts");
    }

    /**
     * A sign that is painted and not on the list is explained to nobody, neither where it stands nor on the sheet behind the "?"
     * key; one on the list that nobody paints any more explains what is not there. Each is a name, a colon and one sentence.
     */
    @ParameterizedTest
    @MethodSource("labs")
    void everySignThatThePartsOfAStagePaintIsExplained(Lab<?> lab) {
        ScriptTexts scripts = new ScriptTexts(lab.id());

        assertThat(scripts.meant).hasSizeGreaterThan(15).allMatch(scripts.signs::contains, "is on the list of signs");
        assertThat(scripts.signs).allMatch(scripts::paints, "is painted");
        for (String language : List.of("", "_ko")) {
            Properties texts = MessageKeys.texts(language);
            assertThat(scripts.signs)
                    .allSatisfy(sign -> assertThat(Stream.of("stage." + lab.id() + ".sign.", "stage.sign.")
                                    .map(place -> texts.getProperty(place + sign)))
                            .as(sign + language)
                            .anyMatch(text -> text != null && text.matches("[^:]+: [^:]{5,}[.]")));
        }
    }

    /**
     * What a run can say (a dictionary of its timeline, the lab's options, actions, situations) is put into the names of texts:
     * {@code words(`note.${note}`)}. Where most words of a list have such a text, each of them must have one.
     */
    @ParameterizedTest
    @MethodSource("labs")
    void whatMostWordsOfAListHaveEveryWordHas(Lab<?> lab) {
        Set<String> texts = MessageKeys.in(""); // MessagesTest holds the other language to the same
        List<String> missing = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        for (String pattern : new ScriptTexts(lab.id()).patterns) {
            lists(lab).forEach((name, words) -> {
                List<String> without = words.stream()
                        .map(word -> pattern.replace("*", word))
                        .filter(key -> !has(texts, lab, key))
                        .toList();
                if (2 * without.size() < words.size()) {
                    found.add(name);
                    missing.addAll(without);
                }
            });
        }

        assertThat(missing).isSubsetOf(UNSAID);
        assertThat(found).contains("kind", "presets");
    }

    private static Map<String, List<String>> lists(Lab<?> lab) {
        Map<String, List<String>> lists = new LinkedHashMap<>(dictionaries(lab));
        lists.put("presets", lab.presets().stream().map(Preset::id).toList());
        lab.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.CHOICES)
                .forEach(parameter -> lists.put(parameter.id(), parameter.options()));
        return lists;
    }

    private static boolean has(Set<String> texts, Lab<?> lab, String key) {
        return Stream.of("stage." + lab.id() + ".", "stage.", "lab." + lab.id() + ".", "")
                .anyMatch(place -> texts.contains(place + key));
    }

    private static boolean matches(Lab<?> lab, String pattern, String key) {
        String name = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return key.matches("((stage|lab)\\.(" + lab.id() + "\\.)?)?" + name);
    }

    private static <S extends Scenario> Map<String, List<String>> dictionaries(Lab<S> lab) {
        return lab.timeline(lab.scenario(lab.presets().get(0).values())).dictionaries();
    }

    private static String page(Lab<?> lab, String query) throws Exception {
        return page(lab, query, "en");
    }

    private static String page(Lab<?> lab, String query, String language) throws Exception {
        return PAGES.perform(get("/labs/" + lab.id() + query).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String between(String page, String start, String end) {
        assertThat(page).contains(start);
        int from = page.indexOf(start);
        return page.substring(from, page.indexOf(end, from));
    }
}

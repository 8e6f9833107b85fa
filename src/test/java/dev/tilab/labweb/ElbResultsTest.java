package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.Labs;
import dev.tilab.labs.elb.ElbLab;
import dev.tilab.labs.elb.ElbSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The result table of the way in, as the server writes it and as a script does for another run. */
class ElbResultsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Guards against letters that failed and stand in no column, and against two tables that count them differently. */
    @Test
    void everyCauseStandsInOneColumnAndInTheSameForBoth() throws Exception {
        List<List<String>> written =
                groups("templates/labs/elb.html", "\\{\\{'answered'.*?\\}\\} \\}", "\\{+([^{}]+)\\}").stream()
                        .map(group -> group.subList(1, group.size()))
                        .toList();
        List<List<String>> drawn =
                groups("static/js/labs/elb/results.js", "COLUMNS = \\[.*?\\n\\];", "\\[('[^\\]]+)\\]");
        ElbLab lab = (ElbLab) Labs.find("elb").orElseThrow();
        List<String> causes = lab.summary(lab.scenario(Map.of())).lanes().get(0).failedBy().stream()
                .map(ElbSummary.Count::cause)
                .toList();

        assertThat(drawn).isEqualTo(written);
        assertThat(drawn.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(causes);
        assertThat(drawn).contains(List.of("dark-zone"));
    }

    private static List<List<String>> groups(String file, String whole, String group) throws Exception {
        String text = Files.readString(RESOURCES.resolve(file));
        MatchResult all = Pattern.compile(whole, Pattern.DOTALL)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow();
        return Pattern.compile(group)
                .matcher(all.group())
                .results()
                .map(one -> Arrays.stream(one.group(1).split(","))
                        .map(word -> word.strip().replace("'", ""))
                        .toList())
                .toList();
    }
}

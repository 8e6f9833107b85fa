package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The stories of the browser's pure modules (decoding, asking, drawing), told by Node's own test runner. See {@link ScriptNode}.
 */
@Tag("slow")
class ScriptStoriesTest {

    @Test
    void everyStoryOfTheModulesHolds() throws Exception {
        List<String> files;
        try (Stream<Path> tests = Files.walk(Path.of("src/test/js"))) {
            files = tests.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        assertThat(files).isNotEmpty();

        files.add(0, "--test");

        String output = ScriptNode.succeeds(files);

        assertThat(output).containsPattern("(?m)^. pass [1-9]").containsPattern("(?m)^. fail 0");
    }
}

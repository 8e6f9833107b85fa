package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The stories of the browser's pure modules (decoding, asking, drawing), told by Node's own test runner. The Node that comes with
 * Playwright runs them, so that a machine needs none of its own.
 */
@Tag("slow")
class ScriptStoriesTest {

    @Test
    void everyStoryOfTheModulesHolds() throws IOException, InterruptedException {
        Path driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .driverDir();
        Path node = Stream.of("node", "node.exe")
                .map(driver::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        List<String> files;
        try (Stream<Path> tests = Files.walk(Path.of("src/test/js"))) {
            files = tests.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();

        ProcessBuilder command = new ProcessBuilder(node.toString(), "--test");
        command.command().addAll(files);
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).containsPattern("(?m)^. pass [1-9]").containsPattern("(?m)^. fail 0");
    }
}

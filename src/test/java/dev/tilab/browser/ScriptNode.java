package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Node that comes with Playwright, so that a machine needs none of its own. */
final class ScriptNode {

    private ScriptNode() {}

    /** Runs it to its end, which has to be a good one. @return what it said */
    static String succeeds(List<String> arguments) throws Exception {
        Path driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .driverDir();
        List<String> command = new ArrayList<>(arguments);
        command.add(
                0,
                Stream.of("node", "node.exe")
                        .map(driver::resolve)
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow()
                        .toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}

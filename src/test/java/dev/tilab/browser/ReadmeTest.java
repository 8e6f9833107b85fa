package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line of the readme that does not run as it stands is the first thing that a newcomer meets. */
class ReadmeTest extends BrowserStory {

    private static final Pattern PROGRAM = Pattern.compile("\\*\\*Program\\*\\* it.*?```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** Twice, as whoever reads it will. */
    @Test
    void everyLineOfCurlRunsAsItStandsAndOnceMore() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/curl")) && Files.isExecutable(Path.of("/bin/bash")))
                .isTrue();
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("README.md")));
        assertThat(program.find()).isTrue();
        String lines = program.group(1)
                .replace("localhost:8080", address("").replace("http://", ""))
                .replace("/tmp/", folder + "/");
        assertThat(lines).contains("curl -T").contains("/api/v1/imports").contains("/api/v1/export");
        String curl = "set -euo pipefail\ncurl() { command curl -sS --fail-with-body \"$@\"; }\n";
        for (int run = 0; run < 2; run++) {
            Path output = folder.resolve("output");
            Process bash = new ProcessBuilder("/bin/bash", "-c", curl + lines)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = bash.waitFor(2, TimeUnit.MINUTES);
            bash.destroy();
            String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            assertThat(ended && bash.exitValue() == 0)
                    .as("%s", said.substring(Math.max(0, said.length() - 2000)))
                    .isTrue();
        }
        assertThat(fileOf("2025-03-06")).isEqualTo(Files.readAllBytes(Path.of("docs/samples/2025-03-06.md")));
    }
}

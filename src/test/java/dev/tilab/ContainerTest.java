package dev.tilab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The Dockerfile builds what it says: nobody may find out on the day of a release that its first line never ran. */
@Tag("slow")
class ContainerTest {

    private static final String LAST_STAGE = "";

    /** Guards against a base image that is another one tomorrow. */
    @Test
    void everyBaseImageIsNamedByItsExactVersion() throws IOException {
        List<String> stages = lines("AS ", "FROM ").stream()
                .map(line -> line.replaceAll(".* AS ", ""))
                .toList();
        List<String> bases = lines("", "FROM ").stream()
                .map(line -> line.split(" ")[1])
                .filter(base -> !stages.contains(base))
                .toList();

        assertThat(bases)
                .hasSize(2)
                .allMatch(base -> base.matches("eclipse-temurin:\\d+\\.\\d+\\.\\d+_\\d+-j(dk|re)-[a-z]+"));
        assertThat(bases)
                .as("an archive is read only by the JVM version that wrote it")
                .extracting(base -> base.replaceAll("-j(dk|re)", ""))
                .containsOnly(bases.get(0).replaceAll("-j(dk|re)", ""));
    }

    /** Guards against a COPY of what is not there or what .dockerignore hides, and against a diary in an image. */
    @Test
    void theBuildSeesWhatItCopiesAndNothingElse() throws IOException {
        List<String> shown = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = copies().filter(copy -> !copy[1].startsWith("--from"))
                .flatMap(copy -> Stream.of(copy).skip(1).limit(copy.length - 2L))
                .toList();

        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("*");
        assertThat(copied).isNotEmpty().containsExactlyInAnyOrderElementsOf(shown);
        assertThat(copied).allMatch(source -> Files.exists(Path.of(source)));
    }

    /** Guards against a health check that asks for something else than readiness, and against a program that runs as root. */
    @Test
    void theImageRunsWithoutRootAndIsHealthyWhenItIsReady() throws IOException {
        String last = String.join("\n", instructions());
        last = last.substring(last.lastIndexOf("FROM "));

        assertThat(last)
                .contains(
                        "GET /actuator/health/readiness HTTP/1.0",
                        "USER tilab",
                        "VOLUME /data",
                        "TILAB_DATA_DIR=/data",
                        "ENV TZ=");
    }

    /**
     * Runs every RUN line but the last stage's, which makes a user, by hand over what the COPY lines lay out:
     * {@code JAVA_HOME=<JDK 25> ./mvnw verify -Dtest=ContainerTest -Dtilab.container=true}.
     */
    @Test
    @EnabledIfSystemProperty(
            named = "tilab.container",
            matches = "true",
            disabledReason = "builds the application once more: -Dtilab.container=true")
    void everyLineOfTheBuildRuns(@TempDir Path root) throws Exception {
        Map<String, Path> roots = new HashMap<>();
        Path folder = root;
        String stage = LAST_STAGE;
        for (String line : instructions()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "FROM" -> {
                    stage = words.length > 3 ? words[3] : LAST_STAGE;
                    // A stage upon another goes on in its folder.
                    roots.put(
                            stage,
                            roots.containsKey(words[1])
                                    ? roots.get(words[1])
                                    : Files.createDirectory(root.resolve(stage)));
                }
                case "WORKDIR" -> folder = Files.createDirectories(in(roots.get(stage), words[1]));
                case "COPY" -> copy(words, roots, folder);
                case "RUN" -> {
                    if (!stage.equals(LAST_STAGE)) {
                        run(line.substring("RUN ".length()), folder);
                    }
                }
                default -> {}
            }
        }
        assertThat(roots.get("app").resolve("app/tilab.jar")).exists();
        assertThat(roots.get("rehearsal").resolve("app/tilab.aot")).isNotEmptyFile();
    }

    private static void copy(String[] words, Map<String, Path> roots, Path folder) throws IOException {
        boolean fromStage = words[1].startsWith("--from=");
        for (int i = fromStage ? 2 : 1; i < words.length - 1; i++) {
            Path from = fromStage ? in(roots.get(words[1].substring("--from=".length())), words[i]) : Path.of(words[i]);
            Path to = folder.resolve(words[words.length - 1]).normalize();
            if (Files.isRegularFile(from)) {
                to = to.resolve(from.getFileName());
            }
            try (Stream<Path> files = Files.walk(from)) {
                for (Path each : files.toList()) {
                    Path target = to.resolve(from.relativize(each).toString()).normalize();
                    if (Files.isDirectory(each)) {
                        Files.createDirectories(target);
                    } else if (!target.equals(each)) {
                        Files.copy(
                                each, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
    }

    private static void run(String command, Path folder) throws Exception {
        File log = Files.createTempFile(folder, "run", ".log").toFile();
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile());
        String bin = Path.of(System.getProperty("java.home"), "bin").toString();
        shell.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.redirectErrorStream(true).redirectOutput(log).start();
        try {
            assertThat(process.waitFor(9, TimeUnit.MINUTES)).as(command).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("%s%n%s", command, Files.readString(log.toPath()))
                .isZero();
    }

    private static Path in(Path root, String absolute) {
        return root.resolve(absolute.substring(1));
    }

    private static Stream<String[]> copies() throws IOException {
        return lines("", "COPY ").stream().map(line -> line.split(" "));
    }

    private static List<String> lines(String part, String instruction) throws IOException {
        return instructions().stream()
                .filter(line -> line.startsWith(instruction) && line.contains(part))
                .toList();
    }

    /** One line each: comments left out, continued lines joined. */
    private static List<String> instructions() throws IOException {
        String text = Files.readString(Path.of("Dockerfile")).replaceAll("(?m)^#.*\n", "");
        return Pattern.compile("\\s*\\\\\n\\s*")
                .matcher(text)
                .replaceAll(" ")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}

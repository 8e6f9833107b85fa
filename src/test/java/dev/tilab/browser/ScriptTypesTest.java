package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The browser's code, read with TypeScript's eyes: a property that nobody sets, an argument that nobody takes, a column that no
 * timeline has, and in the journal what may be null. {@code bin/check-js} is this test.
 */
@Tag("slow")
class ScriptTypesTest {

    private static final Path PROJECTS = Path.of("src/test/js");

    @TempDir
    private static Path typeScript;

    /** It comes as a WebJar, which Node cannot look into. */
    @BeforeAll
    static void unpack() throws Exception {
        URI webJar = ScriptTypesTest.class
                .getResource("/META-INF/resources/webjars/typescript")
                .toURI();
        try (FileSystem jar = FileSystems.newFileSystem(webJar, Map.of());
                Stream<Path> versions = Files.list(jar.provider().getPath(webJar));
                Stream<Path> files =
                        Files.list(versions.findFirst().orElseThrow().resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, typeScript.resolve(file.getFileName().toString()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsconfig.json", "tsconfig.strict.json"})
    void noModuleAsksForWhatIsNotThere(String project) throws Exception {
        String read = ScriptNode.succeeds(List.of(
                typeScript.resolve("tsc.js").toString(),
                "--project",
                PROJECTS.resolve(project).toString(),
                "--listFilesOnly"));
        assertThat(read).as("what is read").contains("journal/saver.js").contains("base.js");

        ScriptNode.succeeds(List.of(
                typeScript.resolve("tsc.js").toString(),
                "--project",
                PROJECTS.resolve(project).toString()));
    }
}

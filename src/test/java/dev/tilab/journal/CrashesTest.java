package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers who committed at once left days half written when the process was killed: see {@link Crashes}. */
@Tag("slow")
class CrashesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void noKillAmidManyWritersTearsOrLosesADay(int clients) throws Exception {
        try (Crashes crashes = new Crashes(folder, clients, true, clients)) {
            crashes.round(100, 8);
            assertThat(crashes.faults).isEmpty();
            assertThat(crashes.saved).as("saves that a crash could have torn").isGreaterThan(50);
        }
    }
}

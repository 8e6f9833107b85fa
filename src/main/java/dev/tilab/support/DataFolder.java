package dev.tilab.support;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The folder in which the journal lies, as an H2 database in file mode, unless a {@link DatabaseServer} was named.
 *
 * <p>{@code WRITE_DELAY=0} makes a commit reach the operating system before it is acknowledged: with H2's default, a
 * {@code kill -9} loses what was written in the last half second. Its trace file is not made: it repeats statements with the
 * texts in them, readable by everybody.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseServer.class)
class DataFolder {

    @Bean
    JdbcConnectionDetails journalInDataFolder(
            @Value("${tilab.data-dir}") Path folder,
            @Value("${tilab.open-damaged:false}") boolean openDamaged,
            ObjectProvider<StoreCheck> checks,
            ErasedTexts erased) {
        Path database = database(folder);
        StoreFile.check(database, checks.stream().toList(), openDamaged);
        if (!openDamaged) {
            erased.keepAtStart();
        }
        String url = url(database);
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "sa";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    /** Closed after the connections are: they were made from what depends on it. */
    @Bean(destroyMethod = "keep")
    ErasedTexts erasedTexts(@Value("${tilab.data-dir}") Path folder, ObjectProvider<StoreCheck> checks) {
        Path database = database(folder);
        return new ErasedTexts(database, url(database), checks.stream().toList());
    }

    @Bean
    WriteTurns oneWriterAtATime() {
        return new WriteTurns();
    }

    @Bean
    static Reopening reopening() {
        return new Reopening();
    }

    /** H2 makes its file readable by everybody; by now it is there, and nobody has written yet. */
    @Bean
    SmartInitializingSingleton ownersOnly(@Value("${tilab.data-dir}") Path folder) {
        return () -> StoreFile.close(database(folder));
    }

    private static String url(Path database) {
        return "jdbc:h2:file:" + database + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    private static Path database(Path folder) {
        return folder.toAbsolutePath().normalize().resolve("tilab");
    }
}

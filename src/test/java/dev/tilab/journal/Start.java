package dev.tilab.journal;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** What of a start looks at the journal's file before it is opened. */
final class Start {

    private Start() {}

    /** No {@code @Configuration}, or the application's scan would find it. */
    @ComponentScan(
            basePackages = "dev.tilab.support",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.DataFolder"))
    @Import(JournalCheck.class)
    static class Parts {}

    /** @throws RuntimeException when it is refused; the file is as it was in any case */
    static void on(Path data) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("tilab.data-dir", data.toString())));
            context.register(Parts.class);
            context.refresh();
        }
    }
}

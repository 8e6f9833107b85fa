package dev.tilab.journal;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The journal on its real store, as the application sets both up, without pages: starts faster, and nothing else writes. */
public final class BareJournal {

    /** No {@code @Configuration}: the scan of the whole application must not find it. */
    @AutoConfigurationPackage(basePackages = "dev.tilab.journal")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "dev.tilab.support",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.DataFolder"))
    @Import({Journal.class, JournalCheck.class, DriftingClock.class})
    static class Slice {

        /** So that what finds tears can be shown to find them: everybody writes at once, as before. */
        @Bean
        static BeanDefinitionRegistryPostProcessor turns(Environment environment) {
            return registry -> {
                if (!environment.getProperty("kills.turns", Boolean.class, true)) {
                    registry.removeBeanDefinition("oneWriterAtATime");
                }
            };
        }
    }

    private BareJournal() {}

    /** @param more further parts of the context */
    public static ConfigurableApplicationContext start(String[] arguments, Class<?>... more) {
        return new SpringApplicationBuilder(Slice.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .run(arguments);
    }
}

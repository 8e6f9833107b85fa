package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.support.WriteTurns;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal on its real store without pages, for {@link Kills}: first looks whether everything agrees, then saves days with
 * as many clients as it is told until it is killed. Says what it sends and what was confirmed, a line each.
 */
final class KilledWriter {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final int DAYS_PER_CLIENT = 6;

    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

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
    @Import(Journal.class)
    static class Slice {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** So that the harness can show what it finds where everybody writes at once. */
        @Bean
        static BeanDefinitionRegistryPostProcessor turns(Environment environment) {
            return registry -> {
                if (!environment.getProperty("kills.turns", Boolean.class, true)) {
                    registry.removeBeanDefinition("oneWriterAtATime");
                }
            };
        }
    }

    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        int clients = Integer.getInteger("kills.clients");
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Slice.class).web(WebApplicationType.NONE).run(arguments);
        Journal journal = context.getBean(Journal.class);
        JdbcClient database = context.getBean(JdbcClient.class);
        check(journal, database, clients);
        OUT.println("READY " + (context.getBeanProvider(WriteTurns.class).getIfAvailable() != null));
        for (int client = 0; client < clients; client++) {
            int own = client;
            new Thread(() -> write(journal, own)).start();
        }
    }

    private static LocalDate day(int client, int i) {
        return FIRST.plusDays((long) client * DAYS_PER_CLIENT + i);
    }

    private static void check(Journal journal, JdbcClient database, int clients) {
        for (int n = 0; n < clients * DAYS_PER_CLIENT; n++) {
            LocalDate date = FIRST.plusDays(n);
            try {
                Entry entry = journal.find(date).orElse(null);
                if (entry == null) {
                    OUT.println("MISSING " + date);
                    continue;
                }
                DayFields said = entry.fields();
                List<String> rows = new ArrayList<>();
                List<String> text = new ArrayList<>();
                said.topics().forEach(topic -> text.add(topic.title() + "|" + topic.body()));
                said.challenges().forEach(c -> text.add(c.problem() + "|" + c.solution()));
                said.references().forEach(r -> text.add(r.title() + "|" + r.url()));
                for (String sql : List.of("title, body from topic", "problem, solution from challenge", "title, url from reference")) {
                    rows.addAll(database.sql("select " + sql + " where entry_id = :id order by place")
                            .param("id", entry.id())
                            .query((row, i) -> row.getString(1) + "|" + row.getString(2))
                            .list());
                }
                String retrospective = database.sql("select retrospective from entry where live_date = :date")
                        .param("date", date)
                        .query(String.class)
                        .single();
                if (!rows.equals(text) || !retrospective.equals(said.retrospective())) {
                    OUT.println("TORN " + date + " rows disagree with the text");
                }
                OUT.println("STANDS " + date + " " + said.retrospective() + " " + Arrays.hashCode(entry.bytes()));
                Entry again = journal.edit(date, entry.version(), Days.withTodo(said, "again " + entry.version()));
                OUT.println("AGAIN " + date + " " + again.fields().retrospective() + " " + Arrays.hashCode(again.bytes()));
            } catch (RuntimeException broken) {
                OUT.println("TORN " + date + " " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
            }
        }
    }

    private static void write(Journal journal, int client) {
        for (long i = 0; ; i++) {
            LocalDate date = day(client, (int) (i % DAYS_PER_CLIENT));
            long sequence = System.nanoTime();
            int size = 1 + (int) (sequence / 1000 % 7);
            DayFields fields = new DayFields(
                    date,
                    new DayFields.Scrum("to do " + sequence, "", "", ""),
                    IntStream.range(0, size)
                            .mapToObj(n -> new DayFields.Topic(DayFields.NEW, "t" + n + " " + sequence, ("b" + sequence + " ").repeat(20 * size)))
                            .toList(),
                    List.of(new DayFields.Challenge(DayFields.NEW, "problem " + sequence, "solution")),
                    "s" + sequence,
                    List.of(new DayFields.Reference(DayFields.NEW, "reference " + sequence, "https://example.com/" + sequence)));
            OUT.println("SENT " + date + " s" + sequence);
            Entry before = journal.find(date).orElse(null);
            Entry saved = before == null
                    ? journal.write(fields, Locale.ENGLISH)
                    : journal.edit(date, before.version(), fields);
            OUT.println("SAVED " + date + " s" + sequence + " " + Arrays.hashCode(saved.bytes()));
        }
    }
}

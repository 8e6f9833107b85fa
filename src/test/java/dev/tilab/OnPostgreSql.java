package dev.tilab;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Runs the stories that touch the database on PostgreSQL, too: the second run of the build sets {@code
 * tilab.test.database=postgresql}. Every context gets a database of its own, as it does on H2.
 */
public final class OnPostgreSql implements ContextCustomizerFactory, ExecutionCondition {

    private static boolean wanted() {
        return "postgresql".equals(System.getProperty("tilab.test.database"));
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return wanted() ? new OwnDatabase() : null;
    }

    /** A second run of what has no database would tell nothing new. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!wanted() || context.getTestClass().isEmpty()) {
            return ConditionEvaluationResult.enabled("");
        }
        if (!AnnotatedElementUtils.hasAnnotation(context.getRequiredTestClass(), BootstrapWith.class)) {
            return ConditionEvaluationResult.disabled("touches no database");
        }
        return PostgreSqlServer.missing()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled(""));
    }

    /** Contexts that are alike otherwise are shared. */
    private record OwnDatabase() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "PostgreSQL",
                            Map.of(
                                    "spring.datasource.url", PostgreSqlServer.newDatabase(),
                                    "spring.datasource.username", "postgres",
                                    "spring.datasource.password", "postgres",
                                    "spring.datasource.hikari.maximum-pool-size", "5",
                                    "spring.test.database.replace", "none")));
        }
    }
}

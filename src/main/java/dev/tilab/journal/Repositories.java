package dev.tilab.journal;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector.DefaultQueryEnhancerSelector;

/**
 * Finds the journal's repository. Its queries say all that they do: Spring Data need not read them, with a grammar as large as
 * Hibernate's own, to count or sort what they find; that took a tenth of a start.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(queryEnhancerSelector = Repositories.AsWritten.class)
class Repositories {

    static final class AsWritten extends DefaultQueryEnhancerSelector {
        AsWritten() {
            super(QueryEnhancerFactories.fallback(), QueryEnhancerFactories.fallback());
        }
    }
}

package dev.tilab.labweb;

import dev.tilab.labs.Labs;
import jakarta.servlet.Filter;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.core.Ordered;

/** What the pages and the API of the labs share. */
@Configuration(proxyBeanMethods = false)
class LabWebConfiguration {

    /** Texts are found by the id of their lab; only those of no lab are named in application.yaml. */
    @Autowired
    void findTexts(AbstractResourceBasedMessageSource messages) {
        messages.addBasenames(LabBundles.of(Labs.all()));
    }

    @Bean
    LabCatalogue labCatalogue() {
        return new LabCatalogue(Labs.all());
    }

    @Bean
    RightOfWay rightOfWay() {
        return new RightOfWay(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    RunGate runGate(RightOfWay way) {
        return RunGate.forProcessors(Runtime.getRuntime().availableProcessors(), way);
    }

    /** Every request is somebody who is answered, a page of the journal as well; whoever waits for a long run is not. */
    @Bean
    FilterRegistrationBean<Filter> countOfRequests(RightOfWay way) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            way.begin();
            try {
                chain.doFilter(request, response);
            } finally {
                way.end();
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    ModelVersion modelVersion() throws IOException {
        return ModelVersion.current();
    }
}

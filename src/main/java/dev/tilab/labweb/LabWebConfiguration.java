package dev.tilab.labweb;

import dev.tilab.labs.Labs;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages and the API of the labs share. */
@Configuration(proxyBeanMethods = false)
class LabWebConfiguration {

    @Bean
    LabCatalogue labCatalogue() {
        return new LabCatalogue(Labs.all());
    }

    @Bean
    RunGate runGate() {
        return RunGate.forProcessors(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    ModelVersion modelVersion() throws IOException {
        return ModelVersion.current();
    }
}

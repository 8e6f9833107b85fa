package dev.tilab.support;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application, so that tests can say what day it is. */
@Configuration(proxyBeanMethods = false)
class Time {

    /** @param zone where the day begins, such as {@code Asia/Seoul}; the machine's own zone when empty */
    @Bean
    Clock clock(@Value("${tilab.zone:}") String zone) {
        return Clock.system(zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone));
    }
}

package dev.tilab.support;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application, so that tests can say what day it is. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    Clock clock(ReaderZone readers) {
        return new ReadersClock(readers, InstantSource.system());
    }

    /** Its zone is the one of whoever asked for the page that is being made. */
    static final class ReadersClock extends Clock {

        private final ReaderZone readers;
        private final InstantSource source;

        ReadersClock(ReaderZone readers, InstantSource source) {
            this.readers = readers;
            this.source = source;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public ZoneId getZone() {
            return readers.now();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return source.withZone(zone);
        }
    }
}

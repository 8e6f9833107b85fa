package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What day it is, is a question of where the reader is. */
class ReaderZoneTest {

    private static final Instant EVENING_IN_NEW_YORK = Instant.parse("2025-09-12T00:42:00Z");

    private final ReaderZone zones = new ReaderZone("Asia/Seoul");
    private final Clock clock = new Time.ReadersClock(zones, InstantSource.fixed(EVENING_IN_NEW_YORK));

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    /** Somebody in New York wrote the evening's day under tomorrow's date, because the server stood in Seoul. */
    @Test
    void theBrowsersZoneSaysWhatDayItIs() {
        assertThat(LocalDate.now(clock)).isEqualTo("2025-09-12");
        asks("America/New_York");
        assertThat(LocalDate.now(clock)).isEqualTo("2025-09-11");
        assertThat(clock.instant()).isEqualTo(EVENING_IN_NEW_YORK);
    }

    /** A cookie can hold anything; what is no zone must neither fail nor move the day. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "+09:00", "America/New_York\u0000", "../../etc", "UTC+18"})
    void whatIsNoZoneIsIgnored(String said) {
        asks(said);
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    }

    /** Tokyo has Seoul's time: saying so would be noise. */
    @Test
    void anotherZoneIsSaidOnlyWhereItIsAnotherTime() {
        assertThat(zones.otherThan(ZoneId.of("Asia/Tokyo"), EVENING_IN_NEW_YORK))
                .isEmpty();
        assertThat(zones.otherThan(ZoneId.of("America/New_York"), EVENING_IN_NEW_YORK))
                .contains(ZoneId.of("Asia/Seoul"));
    }

    private static void asks(String zone) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("tilab-zone", "x"));
        request.getCookies()[0].setValue(zone);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}

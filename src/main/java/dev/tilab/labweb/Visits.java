package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Whether a reader has seen a lab's story, as the reader's browser remembers it. */
final class Visits {

    private Visits() {}

    /** Only of a lab with a story: there is nothing that a first visit to another would begin with. */
    static boolean isFirst(Lab<?> lab, HttpServletRequest request) {
        return !lab.story().isEmpty() && WebUtils.getCookie(request, cookie(lab)) == null;
    }

    static void remember(Lab<?> lab, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie(lab), "seen")
                        .path(LabAddress.PAGES)
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static String cookie(Lab<?> lab) {
        return "tilab-story-" + lab.id();
    }
}

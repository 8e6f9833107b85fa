package dev.tilab.support;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Where the reader's day begins: in the zone that the browser says it is in (js/base.js keeps it in a cookie), else in {@code
 * tilab.zone}. The application's {@link Clock} asks here, so that every "today" and every hour of a page is the same one.
 */
@Component
public class ReaderZone {

    private static final String COOKIE = "tilab-zone";
    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    private final ZoneId here;

    /** @param here such as {@code Asia/Seoul}; the machine's own zone when empty */
    ReaderZone(@Value("${tilab.zone:}") String here) {
        this.here = here.isBlank() ? ZoneId.systemDefault() : ZoneId.of(here);
    }

    /** Outside of a request, and for a browser that says nothing we know, the one of {@code tilab.zone}. */
    public ZoneId now() {
        return said().orElse(here);
    }

    /** The zone of {@code tilab.zone}, when it is another time there than where the reader is. */
    public Optional<ZoneId> otherThan(ZoneId readers, Instant when) {
        return here.getRules().getOffset(when).equals(readers.getRules().getOffset(when))
                ? Optional.empty()
                : Optional.of(here);
    }

    private static Optional<ZoneId> said() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return Optional.empty();
        }
        Cookie cookie = WebUtils.getCookie(request.getRequest(), COOKIE);
        return cookie == null || !KNOWN.contains(cookie.getValue())
                ? Optional.empty()
                : Optional.of(ZoneId.of(cookie.getValue()));
    }
}

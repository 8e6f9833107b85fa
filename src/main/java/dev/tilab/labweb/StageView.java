package dev.tilab.labweb;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/** How much of a lab's stage a reader wants to see, as the reader's browser remembers it; first-view.js writes it. */
final class StageView {

    private static final String COOKIE = "tilab-stage";

    private StageView() {}

    /** Everything; else two lanes and what it takes to follow them. */
    static boolean isWhole(HttpServletRequest request) {
        Cookie asked = WebUtils.getCookie(request, COOKIE);
        return asked != null && asked.getValue().equals("all");
    }
}

package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;

/**
 * Language and theme for a page that would not come back: one that answers a form and holds what was typed or sent. There the two
 * switches send that form to an address of the page's own, which answers with the same page, what was typed in it, and what was
 * pressed. Works without JavaScript.
 */
public final class CarriedChoice {

    /** Request attribute: the language that was chosen by this very request. */
    static final String LANGUAGE = CarriedChoice.class.getName() + ".language";

    private CarriedChoice() {}

    /**
     * Lets the switches of the page send a form of its own.
     *
     * @param form id of the form
     * @param address where it shows itself once more
     */
    public static void offer(Model model, String form, String address) {
        model.addAttribute("carrier", form);
        model.addAttribute("carrierAddress", address);
    }

    /** Whether one of the switches has sent the form. */
    public static boolean isMade(HttpServletRequest request) {
        return request.getParameter("lang") != null || request.getParameter("theme") != null;
    }

    /** Remembers what was pressed, if anything was, and answers in the language that is spoken from now on. */
    public static Locale take(HttpServletRequest request, HttpServletResponse response, Model model, Locale before) {
        String lang = request.getParameter("lang");
        String theme = request.getParameter("theme");
        Preferences.cookies(lang, theme).forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        if (theme != null && Preferences.THEMES.contains(theme)) {
            model.addAttribute("theme", theme);
            model.addAttribute("nextTheme", theme.equals("dark") ? "light" : "dark");
        }
        Locale spoken = lang == null ? null : Locale.forLanguageTag(lang);
        if (spoken == null || !Preferences.LANGUAGES.contains(spoken)) {
            return before;
        }
        request.setAttribute(LANGUAGE, spoken);
        return spoken;
    }
}

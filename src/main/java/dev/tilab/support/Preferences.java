package dev.tilab.support;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Language and theme: the browser proposes, two buttons on every page decide, a cookie remembers. The server renders both, so
 * that no page flashes in the wrong colours and everything works without JavaScript.
 */
@Controller
class Preferences {

    static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);

    static final Set<String> THEMES = Set.of("light", "dark");
    private static final String LANGUAGE_COOKIE = "tilab-lang";
    private static final String THEME_COOKIE = "tilab-theme";

    /**
     * Remembers what was pressed and returns to the page it was pressed on.
     *
     * @param lang {@code ko} or {@code en}; anything else is ignored
     * @param theme {@code light} or {@code dark}; anything else is ignored
     */
    @PostMapping("/preferences")
    ResponseEntity<Void> remember(
            @RequestParam(required = false) String lang,
            @RequestParam(required = false) String theme,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) String referer) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER).location(pathOf(referer));
        cookies(lang, theme).forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }

    /** What remembers them, as headers say it; either may be null, and what we do not know is ignored. */
    static List<String> cookies(String lang, String theme) {
        List<String> cookies = new ArrayList<>();
        if (lang != null && LANGUAGES.contains(Locale.forLanguageTag(lang))) {
            cookies.add(cookie(LANGUAGE_COOKIE, lang, true));
        }
        if (theme != null && THEMES.contains(theme)) {
            // A script of ours changes it without asking, see base.js.
            cookies.add(cookie(THEME_COOKIE, theme, false));
        }
        return cookies;
    }

    private static String cookie(String name, String value, boolean httpOnly) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(httpOnly)
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** Only path and query are kept, so that nobody can be sent to another site. */
    private static URI pathOf(String referer) {
        try {
            URI uri = URI.create(referer == null ? "/" : referer);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return URI.create("/");
            }
            return URI.create(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException unreadable) {
            return URI.create("/");
        }
    }

    /** Gives every template the theme that was chosen, and the one that the button would choose. */
    @ControllerAdvice
    static class ThemeOfPages {

        @ModelAttribute("theme")
        String theme(HttpServletRequest request) {
            Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
            return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
        }

        @ModelAttribute("nextTheme")
        String nextTheme(HttpServletRequest request) {
            return "dark".equals(theme(request)) ? "light" : "dark";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        /**
         * The language that was chosen here, else the first one of the browser's that we speak, else Korean for people and English
         * for programs, whose {@code Accept-Language} mostly is none.
         */
        @Bean
        LocaleResolver localeResolver() {
            AcceptHeaderLocaleResolver people = accepting(Locale.KOREAN);
            AcceptHeaderLocaleResolver programs = accepting(Locale.ENGLISH);
            return new LocaleResolver() {
                @Override
                public Locale resolveLocale(HttpServletRequest request) {
                    if (request.getAttribute(CarriedChoice.LANGUAGE) instanceof Locale chosenNow) {
                        return chosenNow;
                    }
                    Cookie cookie = WebUtils.getCookie(request, LANGUAGE_COOKIE);
                    Locale chosen = cookie == null ? null : Locale.forLanguageTag(cookie.getValue());
                    if (chosen != null && LANGUAGES.contains(chosen)) {
                        return chosen;
                    }
                    return (ErrorPages.pathOf(request).startsWith("/api/") ? programs : people).resolveLocale(request);
                }

                @Override
                public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
                    throw new UnsupportedOperationException("the language is set by POST /preferences");
                }
            };
        }

        private static AcceptHeaderLocaleResolver accepting(Locale otherwise) {
            AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
            resolver.setSupportedLocales(LANGUAGES);
            resolver.setDefaultLocale(otherwise);
            return resolver;
        }
    }
}

package dev.tilab.support;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** Every page that the reader's browser has open can send requests to this machine; most of them are not ours. */
@WebMvcTest(
        controllers = {Preferences.class, ErrorPages.class},
        // The features' own advice would bring the features along.
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "dev\\.tilab\\.(journal|labweb)\\..*"))
@Import({SecurityConfiguration.class, Preferences.Beans.class})
class RequestsAreGuardedTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/preferences").param("lang", "en")).andExpect(status().isForbidden());
        mvc.perform(post("/preferences").param("lang", "en").with(csrf())).andExpect(status().isSeeOther());
    }

    @Test
    void theApiRefusesWritesFromAnotherOriginAndTakesThemFromPrograms() throws Exception {
        mvc.perform(post("/api/v1/entries").header("Origin", "https://evil.example")).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries").header("Sec-Fetch-Site", "cross-site")).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries").header("Sec-Fetch-Site", "same-site")).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries").header("Origin", "null")).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries")).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/entries").header("Host", "localhost:8080").header("Origin", "http://localhost:8080"))
                .andExpect(status().isNotFound());
    }

    /** DNS rebinding: the attacker's name resolves to 127.0.0.1, and the browser believes it is the attacker's own site. */
    @Test
    void aHostNameThatIsNotOursIsRefused() throws Exception {
        mvc.perform(get("http://evil.example/")).andExpect(status().isBadRequest());
        mvc.perform(get("http://127.0.0.1/nothing-here")).andExpect(status().isNotFound());
    }

    @Test
    void everyAnswerForbidsInlineScriptAndStyle() throws Exception {
        mvc.perform(get("/nothing-here"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(containsString("script-src 'self'"), containsString("style-src 'self'"), not(containsString("unsafe")))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void aBodyThatNoPageOfOursCanHaveSentIsTurnedAwayUnread() throws Exception {
        mvc.perform(post("/journal").content(new byte[5 * 1024 * 1024]).with(csrf())).andExpect(status().isContentTooLarge());
    }

    @Test
    void aSwitchReturnsToThePageItWasPressedOnButNeverToAnotherSite() throws Exception {
        mvc.perform(post("/preferences")
                        .with(csrf())
                        .param("lang", "en")
                        .param("theme", "dark")
                        .header("Referer", "http://localhost/labs/load-balancing?seed=11&at=20s:stop:target-4"))
                .andExpect(redirectedUrl("/labs/load-balancing?seed=11&at=20s:stop:target-4"))
                .andExpect(cookie().value("tilab-lang", "en"))
                .andExpect(cookie().value("tilab-theme", "dark"));
        mvc.perform(post("/preferences").with(csrf()).header("Referer", "https://evil.example//evil.example/x"))
                .andExpect(redirectedUrl("/"));
        mvc.perform(post("/preferences").with(csrf()).param("lang", "xx").param("theme", "pink"))
                .andExpect(cookie().doesNotExist("tilab-lang"))
                .andExpect(cookie().doesNotExist("tilab-theme"));
    }

    @Test
    void anErrorSpeaksTheReadersLanguageAndTellsNothingOfTheInside() throws Exception {
        mvc.perform(get("/error")
                        .header("Accept-Language", "ko")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret-detail")))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(allOf(containsString("TILab이 실수했습니다"), not(containsString("secret-detail")))));
        mvc.perform(get("/error")
                        .header("Accept-Language", "en")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/nothing"))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }
}

package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;
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

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Every page that the reader's browser has open can send requests to this machine; most of them are not ours. */
@WebMvcTest(
        controllers = {Preferences.class, ErrorPages.class},
        // The features' own advice would bring the features along.
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "dev\\.tilab\\.(journal|labweb)\\..*"))
@Import({SecurityConfiguration.class, Preferences.Beans.class, Refusals.class})
class RequestsAreGuardedTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Refusals refusals;

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/preferences").param("lang", "en")).andExpect(status().isForbidden());
        mvc.perform(post("/preferences").param("lang", "en").with(csrf())).andExpect(status().isSeeOther());
    }

    @Test
    void theApiRefusesWritesFromAnotherOriginAndTakesThemFromPrograms() throws Exception {
        mvc.perform(post("/api/v1/entries").header("Origin", "https://evil.example"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries").header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries").header("Sec-Fetch-Site", "same-site"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries").header("Origin", "null")).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/entries")).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/entries").header("Host", "localhost:8080").header("Origin", "http://localhost:8080"))
                .andExpect(status().isNotFound());
    }

    /** A page on another port of this host could set the token's cookie and post a form that carries the same token. */
    @Test
    void aFormFromAnotherPortIsRefusedThoughItsTokenIsRight() throws Exception {
        mvc.perform(post("/preferences").with(csrf()).header("Sec-Fetch-Site", "same-site"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/preferences").with(csrf()).header("Origin", "http://localhost:9999"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/preferences").with(csrf()).header("Origin", "null")).andExpect(status().isForbidden());
    }

    /** Any program on this host may overwrite the cookie; a form that was open then ended in 403. */
    @Test
    void aFormFromHereIsTakenThoughItsTokenIsStale() throws Exception {
        mvc.perform(post("/preferences").with(csrf().useInvalidToken()).header("Sec-Fetch-Site", "same-origin"))
                .andExpect(status().isSeeOther());
        mvc.perform(post("/preferences").with(csrf().useInvalidToken()).header("Origin", "http://localhost"))
                .andExpect(status().isSeeOther());
        mvc.perform(post("/preferences").with(csrf().useInvalidToken()).header("Sec-Fetch-Site", "none"))
                .andExpect(status().isForbidden());
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
                                allOf(
                                        containsString("script-src 'self'"),
                                        containsString("style-src 'self'"),
                                        not(containsString("unsafe")))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void aBodyThatNoPageOfOursCanHaveSentIsTurnedAwayUnread() throws Exception {
        mvc.perform(post("/journal").content(new byte[5 * 1024 * 1024]).with(csrf()))
                .andExpect(status().isContentTooLarge());
    }

    /** An import may be as large as no other form; one that hides how long it is could be so anywhere. */
    @Test
    void onlyAnImportMayBringMoreAndNoOtherFormHidesItsLength() throws Exception {
        mvc.perform(post("/journal/import")
                        .content(new byte[5 * 1024 * 1024])
                        .contentType("text/plain")
                        .with(csrf()))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isNotIn(411, 413));
        for (String type : new String[] {"application/x-www-form-urlencoded", "Multipart/form-data; boundary=x"}) {
            mvc.perform(post("/journal").contentType(type).header("Transfer-Encoding", "chunked"))
                    .andExpect(status().isLengthRequired());
        }
    }

    /** The error page lies under the same unknown name, is rejected, too, and leaves an empty window. */
    @Test
    void aHostNameThatIsNotOursIsToldWhereToLook() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setDispatcherType(DispatcherType.ERROR);
        request.addHeader("Accept-Language", "en");
        MockHttpServletResponse response = new MockHttpServletResponse();

        refusals.handle(request, response, new RequestRejectedException("evil.example"));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString())
                .contains("http://localhost", "--tilab.hosts")
                .doesNotContain("evil");
    }

    /** Spring leaves the answer empty where the caller accepts no type that an error could have. */
    @Test
    void anErrorOfTheApiHasWordsWhateverIsAccepted() throws Exception {
        mvc.perform(get("/error")
                        .accept("image/png")
                        .header("Accept-Language", "en")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 413)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/entries"))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(content().string(allOf(containsString("1,048,576"), not(containsString("Go back")))));
    }

    /** Whoever asks for a day that is not there mostly wants to write it, or to find it again. */
    @Test
    void aDayThatIsNotThereOffersToBeWritten() throws Exception {
        mvc.perform(notFound("/journal/2020-01-31/edit"))
                .andExpect(content()
                        .string(allOf(
                                containsString("이날의 기록이 없습니다"),
                                containsString("/journal/new?date=2020-01-31"),
                                containsString("/journal/trash"))));
        mvc.perform(notFound("/journal/2020-02-31"))
                .andExpect(content()
                        .string(allOf(containsString("여기에는 아무것도 없습니다"), not(containsString("/journal/new?date")))));
    }

    private static MockHttpServletRequestBuilder notFound(String path) {
        return get("/error")
                .header("Accept-Language", "ko")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path);
    }

    /** Tomcat throws at the first reading of a parameter, which a feature then answers with 500. */
    @Test
    void parametersThatCannotBeReadAreTheCallersMistake() throws Exception {
        HttpServletRequest request = new HttpServletRequestWrapper(new MockHttpServletRequest()) {
            @Override
            public Map<String, String[]> getParameterMap() {
                throw new InvalidParameterException("%FF", 400);
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();

        new ReadableFilter().doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(400);
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
                .andExpect(
                        content().string(allOf(containsString("TILab이 실수했습니다"), not(containsString("secret-detail")))));
        mvc.perform(get("/error")
                        .header("Accept-Language", "en")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/nothing"))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    /** Who left in the middle of an answer was two hundred lines of log: the page asked for a writer behind a stream. */
    @Test
    void behindAnAnswerThatHadBegunNothingIsWritten(
            @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping,
            @Autowired RequestMappingHandlerAdapter adapter)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);
        ServletRequestPathUtils.parseAndCache(request);
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setCommitted(true);

        assertThat(adapter.handle(
                        request,
                        response,
                        requestMappingHandlerMapping.getHandler(request).getHandler()))
                .isNull();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }
}

package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** A browser that has a file asks for it again only when it is another one. */
@WebMvcTest(
        controllers = Preferences.class,
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "dev\\.tilab\\.(journal|labweb)\\..*"))
@Import({SecurityConfiguration.class, Preferences.Beans.class, Refusals.class})
class StaticFilesTest {

    private static final String FOR_GOOD = "max-age=31536000, public, immutable";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private StaticFiles files;

    @ParameterizedTest
    @ValueSource(strings = {"/js/labs/run-page.js", "/css/base.css", "/img/mark.svg", "/lib/katex.min.js"})
    void whatItsAddressNamesIsKeptForGood(String file) throws Exception {
        assertThat(files.addressOf(file)).matches("/static-[0-9a-f]{12}" + file);
        String plain = mvc.perform(get(file))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String kept = mvc.perform(get(files.addressOf(file)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", FOR_GOOD))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(kept).isEqualTo(plain).isNotEmpty();
    }

    /** A page of the build before asks this one for its styles while instances are replaced: kept for good, old styles would stay. */
    @Test
    void anotherBuildsAddressIsAnsweredAndNotKept() throws Exception {
        mvc.perform(get("/static-0123456789ab/css/base.css"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache"));
        mvc.perform(get("/static-0123456789ab/css/nothing.css")).andExpect(status().isNotFound());
    }

    /** A file that is missing for a moment would be missing for a year. */
    @Test
    void whatIsNotThereIsNotKept() throws Exception {
        mvc.perform(get(files.addressOf("/js/nothing.js")))
                .andExpect(status().isNotFound())
                .andExpect(header().string("Cache-Control", "no-cache"));
    }

    /** It is guarded by its own address: under another one it would be a page of ours without its sandbox. */
    @ParameterizedTest
    @ValueSource(strings = {"/diagram.html", "/js/../diagram.html", "/js/%2e%2e/diagram.html"})
    void thePageOfDiagramsHasNoOtherAddress(String path) throws Exception {
        for (String version : new String[] {files.addressOf("/js/").substring(0, 20), "/static-0123456789ab"}) {
            try {
                int status = mvc.perform(get(URI.create(version + path)))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(status).isIn(400, 404);
            } catch (RequestRejectedException refused) {
                assertThat(path).contains("..");
            }
        }
    }

    /** Only files: a day's address that grew a segment would lead nowhere. Links of other applications in front stay as they are. */
    @Test
    void linksNameTheVersionBehindTheApplicationsOwnPath() throws Exception {
        assertThat(linked("", "/js/base.js")).isEqualTo(files.addressOf("/js/base.js"));
        assertThat(linked("/tilab", "/tilab/js/base.js")).isEqualTo("/tilab" + files.addressOf("/js/base.js"));
        assertThat(linked("/tilab", "/js/base.js")).isEqualTo("/js/base.js");
        assertThat(linked("", "/journal/2025-03-06")).isEqualTo("/journal/2025-03-06");
        assertThat(linked("", "https://elsewhere.example/js/x.js")).isEqualTo("https://elsewhere.example/js/x.js");
    }

    private String linked(String context, String url) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", context + "/");
        request.setContextPath(context);
        MockFilterChain chain = new MockFilterChain();
        new StaticAddresses(files).doFilter(request, new MockHttpServletResponse(), chain);
        return ((HttpServletResponse) chain.getResponse()).encodeURL(url);
    }
}

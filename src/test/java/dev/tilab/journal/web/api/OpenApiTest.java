package dev.tilab.journal.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A description that is written by hand goes stale unless somebody compares it with what answers. */
class OpenApiTest extends EntriesApiStory {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#/components/([^\"/]+)/([^\"]+)\"");

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everyAddressThatAnswersIsDescribedAndNoOther() throws Exception {
        Set<String> answering = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(info -> info.getPatternValues().stream()
                            .filter(path -> path.startsWith("/api/v1/"))
                            .forEach(path -> info.getMethodsCondition()
                                    .getMethods()
                                    // A path that goes on over slashes has no other sign in OpenAPI.
                                    .forEach(method -> answering.add(method + " " + path.replace("{*", "{")))));
        }
        Set<String> described = new TreeSet<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).hasSizeGreaterThan(12).isEqualTo(answering);
    }

    @Test
    void whatItRefersToIsThere() throws Exception {
        JsonNode components = document().path("components");
        Iterator<java.util.regex.MatchResult> references =
                REFERENCE.matcher(document().toString()).results().iterator();
        assertThat(references.hasNext()).isTrue();
        references.forEachRemaining(
                reference -> assertThat(components.path(reference.group(1)).has(reference.group(2)))
                        .as(reference.group())
                        .isTrue());
    }

    @Test
    void itIsReadInEitherLanguage() throws Exception {
        mvc.perform(get("/api/v1/openapi").header("Accept-Language", "ko"))
                .andExpect(jsonPath("$.paths['/api/v1/export'].get.summary")
                        .value("모든 날을 파일 하나씩 담은 ZIP. 휴지통과 수정 내역은 담지 않습니다."));
        for (String language : List.of("ko", "en")) {
            String page = mvc.perform(get("/api").header("Accept-Language", language))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(page).contains("/api/v1/entries/{date}").contains("flat | month | year | year-month");
            assertThat(page).as("the part that holds the files").contains("<code>files</code>", "2025/Mar/06.md");
        }
    }

    private JsonNode document() throws Exception {
        return JsonMapper.shared()
                .readTree(perform(get("/api/v1/openapi"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
    }
}

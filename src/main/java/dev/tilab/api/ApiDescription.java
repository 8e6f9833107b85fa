package dev.tilab.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What programs can ask for, as OpenAPI for tools and as a page for people, in the language of whoever reads it. The document is
 * written by hand and holds no sentence: those stand in the message bundle under the names that it uses.
 */
@Controller
class ApiDescription {

    private static final String REFERENCE = "#/components/";

    private final MessageSource messages;
    private final ObjectNode document;

    ApiDescription(MessageSource messages) {
        this.messages = messages;
        try (InputStream in = ApiDescription.class.getResourceAsStream("/api/openapi.json")) {
            this.document = (ObjectNode) JsonMapper.shared().readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @GetMapping("/api/v1/openapi")
    ResponseEntity<String> openApi(Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .body(worded(locale).toString());
    }

    private ObjectNode worded(Locale locale) {
        ObjectNode worded = document.deepCopy();
        for (JsonNode path : worded.path("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").stringValue();
                ((ObjectNode) operation).put("summary", words("op." + id, locale));
            }
        }
        describe(worded, "parameters", "parameter.", locale);
        describe(worded, "responses", "answer.", locale);
        worded.path("components")
                .path("requestBodies")
                .properties()
                .forEach(body -> parts(body.getValue())
                        .properties()
                        .forEach(part -> ((ObjectNode) part.getValue())
                                .put(
                                        "description",
                                        messages.getMessage(
                                                "api.part." + body.getKey() + "." + part.getKey(), null, "", locale))));
        return worded;
    }

    private void describe(ObjectNode worded, String components, String key, Locale locale) {
        worded.path("components")
                .path(components)
                .properties()
                .forEach(one -> ((ObjectNode) one.getValue()).put("description", words(key + one.getKey(), locale)));
    }

    /** What a form of files consists of; empty for another body. */
    private static JsonNode parts(JsonNode body) {
        return schema(body).path("properties");
    }

    private static JsonNode schema(JsonNode body) {
        return body.path("content").path(MediaType.MULTIPART_FORM_DATA_VALUE).path("schema");
    }

    private String words(String key, Locale locale) {
        return messages.getMessage("api." + key, null, locale);
    }

    /** One address with one method. */
    record Operation(
            String method,
            String path,
            String summary,
            List<Parameter> parameters,
            String body,
            List<Answer> answers) {}

    /** A parameter of the address, a header, or a part of the form that is the body. */
    record Parameter(String name, boolean required, String values, String otherwise, String description) {}

    record Answer(String status, String description) {}

    record Group(String title, List<Operation> operations) {}

    @GetMapping("/api")
    String page(Model model, Locale locale) {
        ObjectNode worded = worded(locale);
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        worded.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> byTag.computeIfAbsent(
                                        method.getValue().path("tags").path(0).stringValue(), tag -> new ArrayList<>())
                                .add(operation(worded, path.getKey(), method.getKey(), method.getValue()))));
        model.addAttribute(
                "groups",
                byTag.entrySet().stream()
                        .map(group -> new Group(words("tag." + group.getKey(), locale), group.getValue()))
                        .toList());
        return "api";
    }

    private static Operation operation(JsonNode document, String path, String method, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(document, reference);
            JsonNode schema = parameter.path("schema");
            parameters.add(new Parameter(
                    parameter.path("name").stringValue(),
                    parameter.path("required").asBoolean(false),
                    values(schema),
                    schema.path("default").asString(""),
                    parameter.path("description").stringValue()));
        }
        List<Answer> answers = new ArrayList<>();
        operation
                .path("responses")
                .properties()
                .forEach(answer -> answers.add(new Answer(
                        answer.getKey(),
                        resolved(document, answer.getValue())
                                .path("description")
                                .stringValue())));
        JsonNode body = resolved(document, operation.path("requestBody"));
        parts(body)
                .properties()
                .forEach(part -> parameters.add(new Parameter(
                        part.getKey(),
                        schema(body)
                                .path("required")
                                .valueStream()
                                .anyMatch(name -> name.asString().equals(part.getKey())),
                        "",
                        "",
                        part.getValue().path("description").stringValue())));
        String types = String.join(", ", body.path("content").propertyNames());
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").stringValue(),
                parameters,
                types,
                answers);
    }

    /** {@code skip | replace | add}, {@code 1–100}; empty where anything may stand. */
    private static String values(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "));
        }
        return schema.has("maximum")
                ? schema.path("minimum").asString() + "–"
                        + schema.path("maximum").asString()
                : "";
    }

    private static JsonNode resolved(JsonNode document, JsonNode reference) {
        String to = reference.path("$ref").asString("");
        if (!to.startsWith(REFERENCE)) {
            return reference;
        }
        String[] names = to.substring(REFERENCE.length()).split("/");
        return document.path("components").path(names[0]).path(names[1]);
    }
}

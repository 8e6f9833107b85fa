package dev.tilab.labweb;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of the lab API: components in the order in which the records declare them, the same on every machine. */
final class LabJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private LabJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}

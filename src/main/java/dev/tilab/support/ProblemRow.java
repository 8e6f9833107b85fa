package dev.tilab.support;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * One thing that is wrong with a request: what every refusal of the API has as {@code errors}.
 *
 * @param field path of a field such as {@code topics[0].title}, name of a parameter or a header; {@code method}, {@code path}; empty for
 *     the body as a whole
 * @param value the value as it was sent, cut where it is long; null when there was none
 * @param allowed what would be right, as data
 */
@JsonPropertyOrder({"field", "value", "code", "allowed", "message"})
public record ProblemRow(String field, String value, String code, Map<String, Object> allowed, String message) {

    /** How much of a wrong value is sent back. */
    private static final int SHOWN = 200;

    public ProblemRow {
        if (value != null && value.length() > SHOWN) {
            value = value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, SHOWN))) + "…";
        }
    }
}

package dev.tilab.simulation.lab;

import java.util.Map;

/**
 * A situation worth looking at, with texts under {@code lab.<lab>.preset.<id>}.
 *
 * @param id name in message keys and links
 * @param values parameter id → value; what is missing takes its default
 * @param opening where its page opens
 */
public record Preset(String id, Map<String, String> values, Opening opening) {

    public Preset {
        values = Values.copy(values);
    }
}

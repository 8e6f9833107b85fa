package dev.tilab.home;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.support.DayWords;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A lab and its small run: the situation that its page opens with.
 *
 * @param timeline address of the run's timeline
 * @param still the same run as a drawing, or null
 */
record LabPreview(String id, String timeline, @Nullable String still) {

    static LabPreview of(Lab<?> lab, DayWords words) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/labs/{lab}/timeline");
        lab.scenario(lab.presets().get(0).values()).values().forEach((parameter, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(parameter, value);
            }
        });
        String still =
                Labs.still(lab).map(each -> each.svg(lab.id(), words::message)).orElse(null);
        return new LabPreview(lab.id(), address.buildAndExpand(lab.id()).toUriString(), still);
    }
}

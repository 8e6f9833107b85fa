package dev.tilab.home;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.support.DayWords;
import org.jspecify.annotations.Nullable;

/**
 * A lab and its small run: the situation that its page opens with.
 *
 * @param still the run as a drawing, or null
 */
record LabPreview(String id, @Nullable String still) {

    static LabPreview of(Lab<?> lab, DayWords words) {
        return new LabPreview(
                lab.id(),
                Labs.still(lab).map(each -> each.svg(lab.id(), words::message)).orElse(null));
    }
}

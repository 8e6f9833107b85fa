package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import java.util.List;

/** The labs that the web offers, in the order of the list. */
record LabCatalogue(List<Lab<?>> all) {

    LabCatalogue {
        all = List.copyOf(all);
    }

    /** @throws UnknownLabException if no lab has this id */
    Lab<?> find(String id) {
        return all.stream()
                .filter(lab -> lab.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownLabException(id));
    }
}

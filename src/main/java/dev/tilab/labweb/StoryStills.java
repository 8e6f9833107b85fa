package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import dev.tilab.simulation.lab.Still;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Instants of steps of stories, for whoever sees no moving picture. The steps as they are told are always the same: drawn once. */
final class StoryStills {

    private final RunGate gate;
    private final Map<String, Optional<Still>> told = new ConcurrentHashMap<>();

    StoryStills(RunGate gate) {
        this.gate = gate;
    }

    /**
     * @param atSeconds instant of the run
     * @param untouched whether it is the step as it is told, with nothing that a reader has changed
     */
    Optional<Still> of(StoryRow step, double atSeconds, boolean untouched) {
        String key = step.run().lab().id() + " " + step.number() + " " + atSeconds;
        Optional<Still> known = untouched ? told.get(key) : null;
        if (known != null) {
            return known;
        }
        Optional<Still> still = draw(step, atSeconds);
        if (untouched && still.isPresent()) {
            told.put(key, still);
        }
        return still;
    }

    /** A page is worth more than its drawing. */
    private Optional<Still> draw(StoryRow step, double atSeconds) {
        try {
            return gate.runShort(() -> step.run().still((long) (atSeconds * 1e6)));
        } catch (BusyException | RunStoppedException withoutIt) {
            return Optional.empty();
        }
    }
}

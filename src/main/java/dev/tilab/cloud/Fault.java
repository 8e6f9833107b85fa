package dev.tilab.cloud;

import dev.tilab.simulation.lab.Action;
import java.util.List;

/**
 * A kind of thing that a person can do to what lives in a region. The component that it happens to declares it and {@linkplain
 * Faults#on says} what it does; a lab {@linkplain #to offers} it on things that it has names for.
 *
 * @param id verb in addresses and message keys: {@code crash}
 * @param subject kind of thing that it happens to: {@code instance}
 * @param hasValue whether a number follows
 * @param min smallest number allowed; 0 without a value
 * @param max largest number allowed; 0 without a value
 * @param usual number that a click means; 0 without a value
 */
public record Fault(String id, String subject, boolean hasValue, double min, double max, double usual) {

    /** One that needs no number. */
    public static Fault of(String id, String subject) {
        return new Fault(id, subject, false, 0, 0, 0);
    }

    /** One with a number. */
    public static Fault of(String id, String subject, double min, double max, double usual) {
        return new Fault(id, subject, true, min, max, usual);
    }

    /** What a lab offers whose things have these names; without names they are numbered from one. */
    public Action to(List<String> names) {
        return new Action(id, subject, names, hasValue, min, max, usual);
    }
}

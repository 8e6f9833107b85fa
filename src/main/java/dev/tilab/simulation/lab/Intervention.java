package dev.tilab.simulation.lab;

import java.math.BigDecimal;

/**
 * Something that a person does to the running system at an instant of the run; part of the scenario.
 *
 * @param atMicros instant, from the beginning of the run
 * @param action id of one of the lab's {@linkplain Action actions}
 * @param subject name of what it acts on: {@code target-2}
 * @param index number of the subject, from zero
 * @param value the number that the action asks for, to three places; 0 for an action without one
 */
public record Intervention(long atMicros, String action, String subject, int index, double value) {

    /** The canonical spelling, as it stands in an address: {@code 20s:slow:target-1:3.5}. */
    public String text() {
        String withoutValue = Durations.text(atMicros) + ":" + action + ":" + subject;
        return value == 0 ? withoutValue : withoutValue + ":" + Decimals.text(BigDecimal.valueOf(value));
    }
}

package dev.tilab.simulation.timeline;

/**
 * One column of whole numbers.
 *
 * @param name name in the wire format, with the unit last where it has one: {@code arrivalMicros}
 * @param values one number a row; not copied, and not changed by anybody afterwards
 * @param ascending whether each number is at least the one before, so that differences are worth storing
 */
public record Column(String name, long[] values, boolean ascending) {}

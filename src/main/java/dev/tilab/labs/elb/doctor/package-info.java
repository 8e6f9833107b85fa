/**
 * The doctor: a way into a shop that does not work, with one or two hidden faults. {@code Evaluation} is the one pure function that
 * says how far a request comes and how it ends; what customers get, what health checks find, what the three probes print and
 * whether the patient is well all follow from it. A {@code Fault} is a change of the set-up that works, a repair is another. So a
 * new fault is a value of a {@code Place}, what {@code Site} or {@code Application} make of it, a constant, and its texts: tests then
 * hold it to be told from all others, alone and in pairs, and to be told to nobody before it is mended.
 */
@NullMarked
package dev.tilab.labs.elb.doctor;

import org.jspecify.annotations.NullMarked;

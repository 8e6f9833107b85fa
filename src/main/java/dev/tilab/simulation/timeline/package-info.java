/**
 * What is left of a run: tables of whole numbers ({@link dev.tilab.simulation.timeline.Timeline}) from which a player
 * draws any instant, and percentiles for runs that are too long to be kept. Models fill columns row by row and hand
 * them over; nobody changes them afterwards.
 */
@NullMarked
package dev.tilab.simulation.timeline;

import org.jspecify.annotations.NullMarked;

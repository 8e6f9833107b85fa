/**
 * What every model runs on: a clock with the events to come ({@link dev.tilab.simulation.engine.Simulation}), named
 * streams of random numbers ({@link dev.tilab.simulation.engine.RandomStreams}) and the distributions drawn from them.
 * Nothing here knows what is simulated. Time is whole microseconds; equal seeds give equal numbers on every JVM,
 * because nothing depends on the machine: no clock, no hash order, no platform mathematics.
 */
@NullMarked
package dev.tilab.simulation.engine;

import org.jspecify.annotations.NullMarked;

/**
 * What a lab is to everybody outside: parameters, actions and presets as data, scenarios read from text with every problem
 * named at once ({@link dev.tilab.simulation.lab.ScenarioReader}), and runs as pure functions of their scenario
 * ({@link dev.tilab.simulation.lab.Lab}). Pages, the API and the contract test work for any lab through these types alone.
 */
@NullMarked
package dev.tilab.simulation.lab;

import org.jspecify.annotations.NullMarked;

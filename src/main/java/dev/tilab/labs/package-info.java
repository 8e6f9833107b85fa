/**
 * The labs. {@link dev.tilab.labs.Labs} is the list; each lab has a package of its own below, of which only the lab, its
 * scenario and its summary are public. Labs know the simulation core and never each other.
 */
package dev.tilab.labs;

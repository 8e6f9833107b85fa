/**
 * The labs on the web: pages and API. It reads a query into a scenario, runs it, and sends back figures or the columns that
 * the player draws.
 *
 * <p>Start with {@code LabApi} and {@code LabPages}: both read the query with {@code LabQuery}, both speak through
 * {@code LabTexts}, and both run models only behind {@code RunGate}:
 * short ones at once, long ones in the queue of {@code LongRuns}, from where {@code StreamedAnswer} says how they come on. {@code TimelineAnswer} says how a timeline travels: which
 * form the reader asked for, how it is compressed, under which tag it may be kept. Nothing here knows one lab from another:
 * what differs is data (parameters, actions, presets) or a message key.
 */
@NullMarked
package dev.tilab.labweb;

import org.jspecify.annotations.NullMarked;

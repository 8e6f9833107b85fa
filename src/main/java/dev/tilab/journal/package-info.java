/**
 * The journal: one {@link dev.tilab.journal.Entry} a day, kept byte for byte as it was written or brought in.
 *
 * <p>Begin with {@link dev.tilab.journal.Journal}, the only way to read and save days. {@code template} reads the fields of
 * a day out of its file and writes them back, {@code markdown} draws texts, {@code web} shows days, {@code web.api} is the REST API.
 */
package dev.tilab.journal;

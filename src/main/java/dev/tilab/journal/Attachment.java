package dev.tilab.journal;

import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.Content;
import java.time.Instant;

/**
 * A picture or a file of a day.
 *
 * @param path by which the day's text calls it
 * @param content what it is
 * @param size bytes
 * @param sha256 of the bytes, in hexadecimal: its name in addresses, because those must never mean another content
 * @param addedAt when it was attached, or its content replaced
 */
public record Attachment(AttachmentPath path, Content content, long size, String sha256, Instant addedAt) {}

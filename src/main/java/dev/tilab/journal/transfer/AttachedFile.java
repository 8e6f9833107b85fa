package dev.tilab.journal.transfer;

import dev.tilab.journal.attachment.AttachmentPath;

/**
 * A picture or a file that comes with a day.
 *
 * @param path by which the day's text calls it
 */
public record AttachedFile(AttachmentPath path, byte[] bytes) {}

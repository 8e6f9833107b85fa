package dev.tilab.journal.transfer;

/**
 * A file as somebody sent it.
 *
 * @param name with its folders, as far as the sender told them; empty for a text that was pasted
 */
public record SentFile(String name, byte[] bytes) {}

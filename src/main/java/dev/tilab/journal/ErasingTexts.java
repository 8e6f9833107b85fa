package dev.tilab.journal;

/** Texts are about to be deleted for good: told before they are, so that no kill comes between. */
public record ErasingTexts() {}

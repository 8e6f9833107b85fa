package dev.tilab.journal;

/** Texts were deleted for good, or that failed: what follows each {@link ErasingTexts}, whoever it was. */
public record TextsErased() {}

package dev.tilab.broken.there;

import dev.tilab.broken.back.Back;

/** Half of a circle. */
public final class There {
    Back back;
}

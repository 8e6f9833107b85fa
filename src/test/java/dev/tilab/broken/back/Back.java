package dev.tilab.broken.back;

import dev.tilab.broken.there.There;

/** The other half. */
public final class Back {
    There there;
}

/** The page that one opens first: today's entry, the days before it, the labs. It reads the journal and the labs and owns nothing. */
@NullMarked
package dev.tilab.home;

import org.jspecify.annotations.NullMarked;

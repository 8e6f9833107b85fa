/** A year of days as a sheet of manuscript paper: what was written on which day, in figures and in words. It draws nothing. */
@NullMarked
package dev.tilab.journal.year;

import org.jspecify.annotations.NullMarked;

/**
 * What every page and every address shares and no feature owns: security, languages and theme, the data folder, the clock and
 * the error pages. Features import from here; nothing here knows a feature.
 */
package dev.tilab.support;

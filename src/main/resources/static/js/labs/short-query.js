// A run told by what sets it apart from the lab's defaults, for people who read its address. ShortQuery in Java writes the same.
import { toQuery } from './conditions.js';

/**
 * @param {string} query of the run, canonical
 * @param {string} defaults query of the defaults
 * @returns {string[]} the parameters that are not at their default
 */
export function differing(query, defaults) {
  const usual = new URLSearchParams(defaults);
  return [...new URLSearchParams(query)].filter(([id, value]) => usual.get(id) !== value).map(([id]) => id);
}

/** The same run in as few words as can be; the seed is always said. @param {string} query @param {string} defaults as above */
export function shortened(query, defaults) {
  const said = new Set(['seed', ...differing(query, defaults)]);
  return toQuery([...new URLSearchParams(query)].filter(([id]) => said.has(id)));
}

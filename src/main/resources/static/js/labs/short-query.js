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

/** @param {string} together sets of parameters whose defaults give way to each other: `min,max rate,peak` */
export function shortened(query, defaults, together) {
  const apart = differing(query, defaults),
    sets = together.split(' ').map(set => set.split(',')),
    said = new Set(['seed', ...apart, ...sets.filter(set => set.some(id => apart.includes(id))).flat()]);
  return toQuery([...new URLSearchParams(query)].filter(([id]) => said.has(id)));
}

// What a reader has done to a situation, and what that did to it: the heading stays the situation's.

/** @typedef {{key: string, of: (lane: any, t: number) => number, say: (value: number) => string}} Figure */

/** Figures that differ by less are called the same. */
const SAME = 0.02;

const itemsOf = query => (query.get('at') ?? '').split(',').filter(Boolean);

/** A query without its interventions, whatever the order of the others. */
function withoutItems(query) {
  const rest = new URLSearchParams(query);
  rest.delete('at');
  rest.sort();
  return rest.toString();
}

/**
 * The situation that a run is, and what was done beside it.
 * @param {string[]} situations their queries
 * @param {string} canonical the query of the run
 * @returns {{index: number, added: string[]}} −1 where it is none of them; interventions as an address carries them
 */
export function situationOf(situations, canonical) {
  const run = new URLSearchParams(canonical),
    matching = situations
      .map((situation, index) => {
        const own = new URLSearchParams(situation),
          left = itemsOf(run);
        for (const item of itemsOf(own)) {
          const at = left.indexOf(item);
          if (at < 0) return null;
          left.splice(at, 1);
        }
        return withoutItems(own) === withoutItems(run) ? { index, added: left } : null;
      })
      .filter(Boolean);
  return matching.sort((a, b) => a.added.length - b.added.length)[0] ?? { index: -1, added: [] };
}

/**
 * The figure of the whole run that an intervention changed most, in the first figure that it changed at all.
 * @param {any} before the run that was shown  @param {any} after the same with something done to it
 * @param {Figure[]} figures
 * @returns {{key: string, lane: any, before: string, after: string}|null} null where all are as they were
 */
export function mostChanged(before, after, figures) {
  if (!before || !after || before.lanes.length !== after.lanes.length) return null;
  for (const { key, of, say } of figures) {
    const changes = after.lanes
      .map((lane, i) => [lane, of(before.lanes[i], before.durationMicros), of(lane, after.durationMicros)])
      .filter(([, was, is]) => Number.isFinite(was) && Number.isFinite(is) && Math.abs(is - was) > SAME * Math.max(was, is))
      .sort((a, b) => Math.abs(b[2] - b[1]) - Math.abs(a[2] - a[1]));
    if (changes.length) return { key, lane: changes[0][0], before: say(changes[0][1]), after: say(changes[0][2]) };
  }
  return null;
}

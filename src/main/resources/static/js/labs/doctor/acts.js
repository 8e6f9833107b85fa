// What was done to a patient, as its address says it: `probe:client@14,open:target-sg@20.5`, ascending in time.

/** @typedef {{what: string, at: number}} Act `what` was done, `at` the second of the run, in tenths */

/** Later than this nothing of what an act does would be seen any more, s. */
const LAST = 112;

/** @param {string|null} text @returns {Act[]} */
export const actsOf = text =>
  (text ?? '')
    .split(',')
    .filter(Boolean)
    .map(part => {
      const [what, at] = part.split('@');
      return { what, at: Number(at) };
    });

/** @param {Act[]} acts */
export const actsText = acts => acts.map(({ what, at }) => `${what}@${at}`).join(',');

/**
 * One more, at the instant on screen. What was done after that instant happened in another run.
 * @param {Act[]} acts
 * @param {string} what
 * @param {number} tMicros
 * @returns {Act[]}
 */
export function withAct(acts, what, tMicros) {
  const at = Math.min(LAST, Math.floor(tMicros / 1e5) / 10);
  return [...acts.filter(act => act.at <= at), { what, at }];
}

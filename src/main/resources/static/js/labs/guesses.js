// What somebody has guessed in this browser, question by question, and whether it came out so. The first verdict stands: whoever
// knows the answer does not guess any more.

const KEY = 'tilab.guesses';

/** @typedef {'open'|'right'|'wrong'} Verdict open: guessed, and the run has not shown it yet */

/** @returns {Object<string, Verdict>} by lab and claim: `failover/one-zone` */
export function guesses() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return kept && typeof kept === 'object' && !Array.isArray(kept) ? kept : {};
  } catch {
    return {}; // nothing may be kept here, or something else was
  }
}

/** @param {string} question  @param {Verdict} verdict */
export function remember(question, verdict) {
  const all = guesses();
  if (all[question] === verdict || (all[question] && all[question] !== 'open')) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all, [question]: verdict }));
  } catch {
    // whoever lets nothing be kept is told nothing later
  }
}

// Which speeds a run offers: the first choice shows about ten arrivals a second of the viewer's time, never more.

const LADDER = [1e-4, 1 / 4000, 0.001, 0.004, 0.01, 0.04, 0.1, 0.25, 1, 4, 10, 60, 240, 600, 1440];
const SEEN_PER_SECOND = 11;

/** Run seconds per viewer's second at which the arrivals of this run can be followed; at most 1. */
export function paceFor(requestsPerSecond) {
  let pace = LADDER[0];
  for (const speed of LADDER) if (speed <= 1 && requestsPerSecond * speed <= SEEN_PER_SECOND) pace = speed;
  return pace;
}

/** At most five speeds: one slower, the pace, one quicker, real time, and one that plays the run in about a minute. */
export function speedsFor(pace, durationMicros) {
  const at = LADDER.indexOf(pace),
    minute = LADDER.findLast(s => s <= Math.max(1, durationMicros / 30e6));
  const wanted = [LADDER[at - 1], pace, LADDER[at + 1], 1, pace < 1 ? undefined : 4, minute > 4 ? minute : undefined];
  return [...new Set(wanted.filter(s => s !== undefined))].sort((a, b) => a - b).slice(0, 5);
}

/** 0.25 → ¼×, 0.01 → 1/100×, 4 → 4×. */
export const speedName = speed => (speed === 0.25 ? '¼×' : speed < 1 ? `1/${Math.round(1 / speed)}×` : `${speed}×`);

// What the stage of the lab shows at first: demand and fleet on the recorder's paper, with what found no room, and the numbers.

/** @type {import('../first-view.js').First} */
export const FIRST = {
  parts: ['name', 'numbers', 'paper', 'wait', 'activities', 'fleet', 'now'],
  nameOf: ({ policy }) => policy,
  about: {
    'night-costs-less': { lanes: ['fixed', 'scheduled'] },
    'cpu-80-late': { lanes: ['simple'], parts: ['metric'] },
    'no-cooldown-swings': { lanes: ['simple', 'simple-no-cooldown'] },
    'slow-scale-in': { lanes: ['target-tracking'], parts: ['metric', 'alarms'] },
    'rush-elsewhere': { lanes: ['scheduled', 'target-tracking'] },
    'forecast-needs-history': { lanes: ['predictive'] },
    'forecast-never-in': { lanes: ['predictive'] },
  },
};

// What the stage of the lab shows at first: who decides, the queues before his targets, and what failed.

/** A question about response times needs them. */
const TIMES = { parts: ['times'] };

/** @type {import('../first-view.js').First} */
export const FIRST = {
  parts: ['name', 'balancer', 'requests', 'targets', 'errors'],
  nameOf: ({ strategy }) => strategy,
  about: { 'best-when-alike': TIMES, 'sticky-piles-up': TIMES, 'in-turn-suits-unequal': TIMES },
};

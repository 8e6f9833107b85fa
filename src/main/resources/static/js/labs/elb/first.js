// What the stage of the lab shows at first: two lanes, and all that a letter passes.

/** @type {import('../first-view.js').First} */
export const FIRST = {
  parts: ['name', 'senders', 'doors', 'threads', 'letters', 'desk', 'gates', 'targets', 'bars'],
  nameOf: ({ balancer }) => balancer,
  about: {
    'clb-layers': { lanes: ['clb'] },
    'clb-legacy': { lanes: ['alb', 'clb'] },
    'unhealthy-is-503': { lanes: ['alb', 'clb'] },
    'alb-websocket': { lanes: ['alb', 'clb'] },
    'client-address': { lanes: ['alb', 'nlb'] },
  },
};

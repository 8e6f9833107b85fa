// What the stage of the lab shows at first: who sends, the doors, the letter on the desk, where letters go, and what was
// delivered right.

/** @type {import('../first-view.js').First} */
export const FIRST = {
  parts: ['name', 'how', 'failed', 'senders', 'doors', 'desk', 'fan', 'targets', 'strange', 'letters', 'fallen', 'delivered'],
  nameOf: ({ balancer }) => balancer,
  about: {
    'alb-websocket': { parts: ['threads', 'waiting'] },
    'nlb-layer4': { parts: ['threads'] },
    'nlb-strong': { parts: ['threads'] },
    'nlb-static-ip': { parts: ['addresses', 'waiting'] },
    'nlb-udp-1935': { lanes: ['nlb'] },
    'clb-layers': { lanes: ['clb'] },
    'clb-legacy': { lanes: ['alb', 'clb'] },
    'internet-or-internal': { parts: ['addresses', 'waiting'] },
    'health-checks-always': { parts: ['waiting'] },
    'health-no-traffic': { parts: ['waiting'] },
    'health-security-group': { parts: ['gate', 'waiting'] },
    'ha-two-zones': { parts: ['addresses', 'waiting'] },
    'unhealthy-is-503': { lanes: ['alb', 'clb'], parts: ['waiting'] },
    'client-address': { parts: ['addresses'] },
  },
};

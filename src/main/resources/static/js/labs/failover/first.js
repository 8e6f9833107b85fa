// What the stage of the lab shows at first: clients, the name that leads them, the zones with their logs, who waits and what
// failed (on the lines of the clients), and what was lost.

/** Who is kept out by a balancer is seen where that stands. */
const WAY = { parts: ['way'] };

/** @type {import('../first-view.js').First} */
export const FIRST = {
  parts: ['name', 'lost', 'clients', 'signpost', 'requests', 'zones', 'commits', 'lines'],
  nameOf: ({ topology }) => topology,
  about: {
    'instance-60-to-120': { lanes: ['multi-az-instance', 'multi-az-cluster'] },
    'standby-serves-no-reads': { lanes: ['multi-az-instance', 'multi-az-cluster'] },
    'no-acknowledged-write-lost': { lanes: ['read-replica', 'multi-az-instance'] },
    'multi-az-costs-latency': { lanes: ['single-az', 'multi-az-instance'] },
    'cached-for-ever': { lanes: ['multi-az-instance'] },
    'proxy-shortens': { lanes: ['multi-az-instance', 'multi-az-proxy'] },
    'one-zone': { lanes: ['read-replica', 'multi-az-instance'] },
    'targets-in-one-zone': WAY,
    'balancer-outlasts-cluster': { lanes: ['multi-az-instance', 'multi-az-cluster'], ...WAY },
  },
};

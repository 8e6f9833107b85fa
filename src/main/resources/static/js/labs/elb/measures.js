// What a lane shows of each claim at an instant, in a word or a number; null where the lane has no part in the claim.
import { grouped } from '../../scene/numbers.js';
import { disturbedAt } from '../opening.js';

/** The share of a service's letters that arrived where they belonged. */
const share = service => (lane, t) => {
  const { ok, bad } = lane.countsAt(t),
    all = ok[service] + bad[service];
  return all ? `${Math.floor((100 * ok[service]) / all)} %` : '–';
};
const cause = (...names) => (lane, t) =>
  grouped(
    lane
      .causesAt(t)
      .filter(each => names.includes(each.cause))
      .reduce((sum, { count }) => sum + count, 0),
  );
const failed = (lane, t) => grouped(lane.countsAt(t).failed);
const only = (balancers, measure) => (lane, t) => (balancers.includes(lane.balancer) ? measure(lane, t) : null);

/** The largest share of a service's letters that one of its servers got. */
const largest = service => (lane, t) => {
  const { received } = lane.countsAt(t),
    got = lane.run.targets.filter(target => target.service === service).map(({ index }) => received[index]),
    sum = got.reduce((a, b) => a + b, 0);
  return sum ? `${Math.round((100 * Math.max(...got)) / sum)} %` : '–';
};

export const MEASURES = {
  'alb-layer7': only(['alb', 'nlb'], share(4)),
  'alb-path-routing': cause('wrong-404'),
  'alb-websocket': cause('idle-cut', 'no-upgrade'),
  'nlb-layer4': only(['alb', 'nlb'], share(1)),
  'nlb-strong': only(['nlb'], largest(3)),
  'nlb-static-ip': only(['alb', 'nlb'], cause('old-address')),
  'nlb-udp-1935': only(['nlb'], share(3)),
  'clb-layers': only(['clb'], share(3)),
  'clb-legacy': only(['alb', 'clb'], share(1)),
  'internet-or-internal': failed,
  'health-checks-always': cause('target-502', 'target-504', 'client-timeout'),
  'health-no-traffic': cause('target-502', 'target-504', 'client-timeout', 'empty-503'),
  'health-security-group': cause('target-504', 'client-timeout', 'empty-503'),
  'ha-two-zones': cause('dark-zone', 'target-504', 'client-timeout'),
  'cross-zone-all': only(['alb', 'nlb'], largest(1)),
  'unhealthy-is-503': only(['alb', 'clb'], cause('empty-503')),
  'keep-alive-longer': only(['alb', 'clb'], cause('target-502')),
  'client-address': failed,
  'lcu-largest': failed,
};

/** When the run has shown what a claim asks: a while after what a person did, else at the end. */
export function settledAt(run, claim) {
  const done = disturbedAt(run);
  return claim === 'ha-two-zones' || done === undefined ? run.durationMicros : Math.min(run.durationMicros, done + 60e6);
}

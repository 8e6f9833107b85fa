// A small made-up run of the lab of the way in, in the JSON form of a timeline. It obeys the form of the real thing (dictionaries,
// tables sorted by lane and time), not its model; the model has its own tests.
import { randomStream } from './random-stream.js';

const OUTCOMES = [
  'in-flight', 'delivered', 'wrong-404', 'answered', 'no-listener', 'no-upgrade', 'udp-dropped', 'not-admitted', 'unreachable', 'old-address',
  'dark-zone', 'target-502', 'target-504', 'empty-503', 'idle-cut', 'client-timeout', 'server-gone',
];
const KINDS = [
  'fail-zone', 'repair-zone', 'stop', 'start', 'shut', 'open', 'renew-addresses', 'make-internal', 'make-public', 'move-rule', 'close',
  'addresses-renewed', 'addresses-returned', 'zone-out-of-dns', 'zone-in-dns', 'idle-cut-sent',
];
const CLOSED = ['open', 'sender', 'idle', 'zone'];
const SENDERS = ['browser', 'browser', 'browser', 'partner', 'chat', 'silent-chat', 'messenger', 'game', 'game'],
  ROWS = [0, 0, 0, 1, 2, 2, 3, 4, 4],
  SERVICES = ['login', 'api', 'chat', 'messenger', 'game'],
  PORTS = [80, 80, 80, 5222, 7777];
const ASKS = ['GET /login', 'POST /login', 'GET /api/items', 'POST /api/cart', 'GET /api/me', 'GET /chat · Upgrade', 'TCP', 'UDP'],
  ASK_OF = [0, 2, 5, 6, 7];
const LISTENERS = ['alb:HTTP:80', 'nlb:TCP:80 web', 'nlb:TCP:5222 messenger', 'nlb:UDP:7777 game', 'clb:HTTP:80', 'clb:TCP:5222'];
const LONG = 3e6; // µs that a sender waits in vain

/**
 * @param {{seed?: number, seconds?: number, rate?: number, balancers?: string[], at?: {atMicros: number, kind: string, subject?: number}[]}} how
 *   rate: of all letters together per second; at: what persons do
 */
export function sampleElb({ seed = 5, seconds = 120, rate = 5, balancers = ['alb', 'nlb', 'clb', 'dns'], at = [] } = {}) {
  const random = randomStream(seed),
    end = seconds * 1e6,
    targets = [[0, 0], [0, 1], [1, 0], [1, 1], [1, 1], [1, 1], [2, 0], [2, 1], [3, 0], [3, 1], [4, 0], [4, 1]],
    letters = [];
  for (let t = 0.4e6; ; ) {
    t += Math.round((-Math.log(1 - random()) / rate) * 1e6);
    if (t >= end) break;
    const sender = Math.floor(random() * SENDERS.length),
      row = ROWS[sender];
    if (SENDERS[sender] === 'silent-chat' && t > 5e6 && t < 80e6) continue;
    letters.push({ at: t, sender, service: row === 0 ? (random() < 0.3 ? 0 : 1) : row, connection: sender });
  }
  const does = {
      darkAt: done(at, 'fail-zone'),
      stopAt: done(at, 'stop'),
      stopSubject: at.find(each => each.kind === 'stop')?.subject ?? 0,
      shutAt: done(at, 'shut'),
    },
    all = { names: [], health: [], threads: [] },
    marks = at.map(({ atMicros, kind, subject = 0 }) => [atMicros, KINDS.indexOf(kind), subject, 1, -1]);
  const lanes = balancers.map((balancer, lane) => {
    const single = balancer === 'dns',
      renews = balancer === 'alb' || balancer === 'clb';
    (single ? [-1] : [0, 1]).forEach(node => {
      all.names.push([lane, 0, node, lane * 4 + Math.max(0, node), 1, 0]);
      if (renews) all.names.push([lane, 25e6, node, lane * 4 + 2 + node, 1, 1]);
      if (!single)
        targets.forEach((_, target) => {
          all.health.push([lane, 0, node, target, 0, 0, 0]);
          if (does.stopAt < end && target === does.stopSubject) all.health.push([lane, does.stopAt + 20e6, node, target, 1, 1, 2]);
        });
    });
    if (renews) marks.push([25e6, KINDS.indexOf('addresses-renewed'), 0, 0, lane]);
    SENDERS.forEach((kind, sender) => {
      const row = ROWS[sender],
        pass = balancer === 'nlb' || (balancer === 'alb' && row === 2) || (balancer === 'clb' && row === 3);
      if (single || (row === 4 && balancer !== 'nlb') || (row === 3 && balancer === 'alb') || (row === 2 && balancer === 'clb')) return;
      all.threads.push([lane, sender, 1e6, kind === 'silent-chat' && balancer === 'alb' ? 65e6 : end, sender % 2, pass ? placed(row, sender) : -1, 0]);
    });
    return laneOf({ letters, balancer, targets, does, random: randomStream(seed + 100 + lane), end });
  });
  marks.sort((a, b) => a[0] - b[0]);
  const rows = (name, list, names) => table(name, list, Object.fromEntries(names.map((column, i) => [column, row => row[i]])));
  for (const list of [all.names, all.health]) list.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    lab: 'elb',
    durationMicros: end,
    scenario: { balancers, seed: String(seed) },
    facts: {
      lanes: balancers,
      services: SERVICES,
      servicePort: PORTS.map(String),
      zones: ['az-a', 'az-b'],
      targets: targets.map(([service], i) => `${SERVICES[service]}-${1 + targets.slice(0, i).filter(([other]) => other === service).length}`),
      targetService: targets.map(([service]) => String(service)),
      targetZone: targets.map(([, zone]) => String(zone)),
      senders: SENDERS,
      senderRow: ROWS.map(String),
      senderAddress: SENDERS.map((_, i) => `198.51.100.${10 + 17 * i}`),
      rules: ['10 path /login* → login', '20 path /api* → api', '30 path /chat* → chat'],
      listeners: LISTENERS,
      ttlMicros: ['60000000'],
      idleMicros: balancers.map(balancer => (balancer === 'nlb' ? '350000000' : '60000000')),
      scheme: ['internet-facing'],
      addresses: Array.from({ length: 4 * balancers.length }, (_, i) => `203.0.113.${100 + i}`),
      seed: [String(seed)],
    },
    dictionaries: { outcome: OUTCOMES, kind: KINDS, closedBy: CLOSED, healthState: ['healthy', 'unhealthy'], reason: ['', 'Target.Timeout'], ask: ASKS },
    shared: [
      table('letters', letters, {
        atMicros: l => l.at, sender: l => l.sender, service: l => l.service, connection: l => l.connection, ask: l => ASK_OF[l.service],
      }),
      table('connections', SENDERS, { sender: (_, i) => i, openedMicros: () => 1e6, closedMicros: () => end, port: (_, i) => 50000 + i }),
      rows('marks', marks.map(([t, kind, subject, person, lane]) => [t, kind, subject, 0, person, lane]), ['atMicros', 'kind', 'subject', 'value', 'person', 'lane']),
      rows('names', all.names, ['lane', 'atMicros', 'node', 'address', 'listed', 'generation']),
      rows('health', all.health, ['lane', 'atMicros', 'node', 'target', 'state', 'reason', 'streak']),
      rows('threads', all.threads, ['lane', 'connection', 'fromMicros', 'untilMicros', 'node', 'target', 'closedBy']),
    ],
    lanes,
  };

  function done(list, kind) {
    return list.find(each => each.kind === kind)?.atMicros ?? Infinity;
  }
  /** A target of the service, one of its row's. */
  function placed(row, sender) {
    const own = targets.map((_, i) => i).filter(i => targets[i][0] === (row === 1 ? 1 : row));
    return own[sender % own.length];
  }
}

function laneOf({ letters, balancer, targets, does, random, end }) {
  const id = outcome => OUTCOMES.indexOf(outcome),
    rows = letters.map(({ at, sender, service }) => {
      const door = (outcome, after) => ({ outcome: at + after > end ? 0 : id(outcome), node: sender % 2, target: -1, reached: -1, ended: at + after > end ? -1 : after });
      if (balancer === 'dns') return { outcome: 1, node: -1, target: -1, reached: 0, ended: 40e3 };
      if (at >= does.darkAt && sender % 2 === 0) return door('dark-zone', LONG);
      if (service === 4 && balancer !== 'nlb') return door('udp-dropped', LONG);
      if (service === 3 && balancer === 'alb') return door('no-listener', 0);
      if (service === 2 && balancer === 'clb') return door('no-upgrade', 1000);
      if (SENDERS[sender] === 'partner' && balancer !== 'nlb' && at > 85e6) return door('old-address', LONG);
      const reads = balancer === 'alb' || service > 2,
        among = targets.map((_, i) => i).filter(i => (reads ? targets[i][0] === service : targets[i][0] < 3)),
        target = among[Math.floor(random() * among.length)];
      if (at >= does.shutAt && targets[target][0] === 1) return { ...door('target-504', LONG), target };
      return { outcome: targets[target][0] === service ? 1 : 2, node: sender % 2, target, reached: 1000, ended: 41e3 };
    });
  return table('lane', rows, {
    outcome: r => r.outcome,
    node: r => r.node,
    target: r => r.target,
    rule: (r, i) => (balancer === 'alb' && r.target >= 0 ? letters[i].service : -2),
    status: r => (r.outcome === 1 ? 200 : r.outcome === 2 ? 404 : 0),
    reachedMicros: r => r.reached,
    endedMicros: r => r.ended,
    address: () => 0,
  });
}

const table = (name, rows, columns) => ({
  name,
  rows: rows.length,
  columns: Object.entries(columns).map(([column, of]) => ({ name: column, values: rows.map(of) })),
});

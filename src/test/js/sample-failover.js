// A small made-up run of the failover lab in the JSON form of a timeline: zone a goes dark at 30 s. It obeys the form of the
// real thing (dictionaries, tables sorted by lane and time), not its model; the model has its own tests.
import { randomStream } from './random-stream.js';

const DICTIONARIES = {
  operation: ['write', 'read'],
  outcome: ['in-flight', 'completed', 'timed-out', 'reset', 'no-connection'],
  lost: ['kept', 'not-replicated', 'no-copy', 'deleted', 'not-restored'],
  cause: ['kept', 'not-replicated', 'no-copy', 'deleted', 'not-restored'],
  zoneState: ['up', 'dark', 'cut'],
  role: ['primary', 'standby', 'reader', 'replica', 'promoting', 'restarting', 'catching-up', 'restoring', 'down', 'fenced', 'other-primary'],
  state: ['connected', 'waiting', 'retrying', 'old-address', 'down'],
  result: ['connected', 'silent', 'refused', 'read-only', 'under-way'],
  phase: ['fault', 'detected', 'promoted', 'dns-changed', 'first-back', 'last-back'],
  note: ['zone-dark', 'detected', 'no-copy-left', 'promoted', 'name-changed', 'first-back', 'last-back'],
  kind: ['fail-zone', 'cut-zone', 'repair-zone', 'crash'],
  nodeState: ['listed', 'silent', 'delisted'],
};
const DOCUMENTED = { 'single-az': '', 'multi-az-instance': '60-120', 'multi-az-cluster': '0-35', 'multi-az-proxy': '' };
const MACHINES = { 'single-az': 1, 'multi-az-instance': 2, 'multi-az-cluster': 3, 'multi-az-proxy': 2 };
const FAULT = 30e6;

/** @param {{seed?: number, seconds?: number, rate?: number, clients?: number, caching?: number, topologies?: string[], outOfReach?: number, splitBrain?: boolean}} how splitBrain: the zone is only cut
 *     off, and its machine goes on as another primary; outOfReach: what the zone alone holds is out of reach until then (−1: to the end), not lost */
export function sampleFailover({
  seed = 11,
  seconds = 180,
  rate = 6,
  clients = 12,
  caching = 3,
  topologies = ['single-az', 'multi-az-instance', 'multi-az-cluster'],
  balancer = null,
  outOfReach = 0,
  splitBrain = false,
} = {}) {
  const random = randomStream(seed),
    end = seconds * 1e6,
    requests = [];
  for (let t = 0; ; ) {
    t += Math.round((-Math.log(1 - random()) / (rate * 1.5)) * 1e6);
    if (t > end) break;
    requests.push({ at: t, client: Math.floor(random() * clients), read: random() < 0.33 ? 1 : 0 });
  }
  if (balancer) sendThrough(balancer, requests, clients);
  const rows = Object.fromEntries(['machines', 'clients', 'attempts', 'names', 'phases', 'losses', 'outOfReach', 'notes'].map(name => [name, []]));
  const lanes = topologies.map((topology, lane) => laneOf({ topology, lane, requests, clients, caching, end, random, rows, balancer, outOfReach, splitBrain }));
  const at = (a, b) => a.lane - b.lane || (a.atMicros ?? 0) - (b.atMicros ?? 0);
  for (const list of Object.values(rows)) list.sort(at);
  return {
    lab: 'failover',
    durationMicros: end,
    scenario: { topologies, writeRate: String(rate), seed: String(seed), at: '30s:fail-zone:az-a' },
    facts: {
      lanes: topologies,
      zones: ['az-a', 'az-b', 'az-c'],
      machines: topologies.map(t => [0, 1, 2].slice(0, MACHINES[t]).join(',')),
      clients: [String(clients)],
      cachingClients: [String(caching)],
      azLatencyMicros: ['750'],
      dnsTtlMicros: ['5000000'],
      backupMicros: ['9000000'],
      documentedSeconds: topologies.map(t => DOCUMENTED[t]),
      relativePrice: topologies.map(t => String(MACHINES[t])),
      seed: [String(seed)],
      ...(balancer && {
        clientZones: zonesOf(balancer, clients).map(String),
        balancerNodes: ['0', '1'],
        users: [String(balancer.users)],
        balancerDnsTtlMicros: ['60000000'],
        crossZone: [balancer.crossZone ?? 'on'],
      }),
    },
    dictionaries: DICTIONARIES,
    shared: [
      table('requests', requests, {
        arrivalMicros: r => r.at,
        ...(balancer ? {} : { client: r => r.client }),
        operation: r => r.read,
        ...(balancer && { user: r => r.user }),
      }),
      table('marks', [FAULT], { atMicros: t => t, kind: () => 0, subject: () => 0, value: () => 0, person: () => 1 }),
      table('zones', [[0, 0, 0], [0, 1, 0], [0, 2, 0], [FAULT, 0, splitBrain ? 2 : 1]], { atMicros: z => z[0], zone: z => z[1], zoneState: z => z[2] }),
      ...(balancer ? wayInTables(balancer, clients, topologies.length) : []),
      ...Object.entries(rows).map(([name, list]) => table(name, list, fields(name))),
    ],
    lanes,
  };
}

/** Where the targets stand: every second one in zone b, or all in zone a. */
const zonesOf = ({ targets = 'both' }, clients) => Array.from({ length: clients }, (_, i) => (targets === 'both' ? i % 2 : 0));

const DELISTED = FAULT + 30e6,
  OUT = 55e6; // when the first target is believed unhealthy; each next one 1 s later

/** Users 0, 2, 4… hold the address of node a until 60 s after it left the name; a node chooses targets in turn. */
function sendThrough(balancer, requests, clients) {
  const zones = zonesOf(balancer, clients);
  requests.forEach((request, i) => {
    request.user = i % balancer.users;
    const moved = request.at > DELISTED + (request.user / balancer.users) * 60e6;
    request.node = request.user % 2 || moved ? 1 : 0;
    const choice = (i >> 1) % clients;
    request.client =
      request.node === 0 && request.at > FAULT ? -1 : request.at > OUT + clients * 1e6 && zones[choice] === 0 ? zones.findIndex(zone => zone === 1) : choice;
  });
}

function wayInTables(balancer, clients, lanes) {
  const zones = zonesOf(balancer, clients),
    inEach = rows => Array.from({ length: lanes }, (_, lane) => rows.map(row => ({ lane, ...row }))).flat(),
    out = zones.flatMap((zone, client) => (zone === 0 ? [{ atMicros: OUT + client * 1e6, node: 1, client, healthy: 0 }] : [])),
    nodes = [[0, 0, 0], [0, 1, 0], [FAULT, 0, 1], [DELISTED, 0, 2]].map(([atMicros, node, nodeState]) => ({ atMicros, node, nodeState })),
    columns = (...names) => Object.fromEntries(names.map(name => [name, row => row[name]]));
  return [
    table('nodes', inEach(nodes), columns('lane', 'atMicros', 'node', 'nodeState')),
    table('health', inEach(out), columns('lane', 'atMicros', 'node', 'client', 'healthy')),
  ];
}

const table = (name, list, columns) => ({
  name,
  rows: list.length,
  columns: Object.entries(columns).map(([column, read]) => ({ name: column, values: list.map((row, i) => read(row, i)) })),
});
const FIELDS = {
  machines: ['lane', 'atMicros', 'machine', 'zone', 'role', 'untilMicros'],
  clients: ['lane', 'atMicros', 'client', 'state', 'machine'],
  attempts: ['lane', 'atMicros', 'endMicros', 'client', 'machine', 'result'],
  names: ['lane', 'atMicros', 'machine'],
  phases: ['lane', 'atMicros', 'incident', 'phase'],
  losses: ['lane', 'atMicros', 'untilMicros', 'cause', 'firstLsn', 'lastLsn'],
  outOfReach: ['lane', 'atMicros', 'untilMicros', 'firstLsn', 'lastLsn'],
  notes: ['lane', 'atMicros', 'note', 'machine', 'client', 'value'],
};
const fields = name => Object.fromEntries(FIELDS[name].map(field => [field, row => row[field]]));

function laneOf({ topology, lane, requests, clients, caching, end, random, rows, balancer, outOfReach, splitBrain }) {
  const machines = MACHINES[topology],
    cluster = topology === 'multi-az-cluster',
    alone = machines === 1;
  const detected = FAULT + (cluster ? 6e6 : 11e6),
    promoted = detected + (cluster ? 11e6 : 42e6),
    dns = promoted + (cluster ? 4e6 : 7e6);
  const put = (name, row) => rows[name].push({ lane, ...row }),
    code = (dictionary, word) => DICTIONARIES[dictionary].indexOf(word);
  const role = (atMicros, machine, word, untilMicros = -1) =>
    put('machines', { atMicros, machine, zone: machine, role: code('role', word), untilMicros });
  role(0, 0, 'primary');
  for (let m = 1; m < machines; m++) role(0, m, cluster ? 'reader' : 'standby');
  put('names', { atMicros: 0, machine: 0 });
  const phase = (atMicros, word) => put('phases', { atMicros, incident: 0, phase: code('phase', word) }),
    say = (atMicros, word, machine = -1, client = -1) =>
      put('notes', { atMicros, note: code('note', word), machine, client, value: 0 });
  phase(FAULT, 'fault');
  say(FAULT, 'zone-dark', 0);
  phase(detected, 'detected');
  if (alone) say(detected, 'no-copy-left');
  else {
    say(detected, 'detected');
    role(detected, 0, splitBrain ? 'other-primary' : 'down');
    role(detected, 1, 'promoting', promoted);
    phase(promoted, 'promoted');
    role(promoted, 1, 'primary');
    say(promoted, 'promoted', 1);
    phase(dns, 'dns-changed');
    put('names', { atMicros: dns, machine: 1 });
    say(dns, 'name-changed', 1);
  }
  // clients: linked, then without an answer, then knocking, then at the old address, then back
  const back = Array.from({ length: clients }, (_, i) =>
    alone ? Infinity : dns + Math.round((i >= clients - caching ? 20e6 : 4e6) * random()) + 1e5,
  );
  for (let client = 0; client < clients; client++) {
    const state = (atMicros, word, machine) => put('clients', { atMicros, client, state: code('state', word), machine }),
      hang = FAULT + Math.round(2e6 * random()),
      cut = hang + 3e6;
    state(0, 'connected', 0);
    state(hang, 'waiting', 0);
    state(cut, 'retrying', 0);
    for (let t = cut; t < Math.min(end, back[client]); t += 5e6) {
      const ends = Math.min(t + 3e6, back[client]);
      put('attempts', { atMicros: t, endMicros: ends > end ? -1 : ends, client, machine: 0, result: code('result', 'silent') });
    }
    if (alone) continue;
    state(dns, 'old-address', 0);
    state(back[client], 'connected', 1);
    if (back[client] === Math.min(...back)) {
      phase(back[client], 'first-back');
      say(back[client], 'first-back', 1, client);
    }
    if (back[client] === Math.max(...back)) {
      phase(back[client], 'last-back');
      say(back[client], 'last-back', 1, client);
    }
  }
  let lsn = 0,
    kept = 0;
  const read = requests.map(r => {
    const up = r.at < FAULT - 5000,
      again = r.client >= 0 && r.at > back[r.client],
      writer = up ? 0 : again ? 1 : -1,
      local = 1500 + Math.round(1500 * random()),
      copies = [0, 1, 2].map(m => (m === writer ? local : m >= machines || (again && m === 0) ? -1 : local + 900 + Math.round(900 * random())));
    if (writer < 0) return { outcome: 2, ended: Math.min(3e6, end - r.at), machine: -1, lsn: 0, sent: -1, logs: [-1, -1, -1], by: -1 };
    if (r.read) return { outcome: 1, ended: local, machine: cluster && !again ? 1 : writer, lsn: 0, sent: 0, logs: [-1, -1, -1], by: -1 };
    lsn++;
    if (r.at <= 9e6) kept = lsn;
    const others = copies.map((t, m) => (m !== writer && t >= 0 ? t : Infinity)),
      quickest = Math.min(...others),
      by = Number.isFinite(quickest) ? others.indexOf(quickest) : -1;
    return { outcome: 1, ended: by < 0 ? local : quickest + 700, machine: writer, lsn, sent: 0, logs: copies, by };
  });
  if (alone && outOfReach) put('outOfReach', { atMicros: FAULT, untilMicros: outOfReach, firstLsn: kept + 1, lastLsn: lsn });
  else if (alone) put('losses', { atMicros: FAULT, untilMicros: -1, cause: code('cause', 'no-copy'), firstLsn: kept + 1, lastLsn: lsn });
  return table('lane', read, {
    outcome: r => r.outcome,
    endedMicros: r => r.ended,
    machine: r => r.machine,
    lsn: r => r.lsn,
    sentMicros: r => r.sent,
    log0Micros: r => r.logs[0],
    log1Micros: r => r.logs[1],
    log2Micros: r => r.logs[2],
    confirmedBy: r => r.by,
    lost: () => 0,
    ...(balancer && { node: (_, i) => requests[i].node, client: (_, i) => requests[i].client }),
  });
}

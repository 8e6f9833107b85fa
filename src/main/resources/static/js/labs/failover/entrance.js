// The way in of a lane: users, the name of the load balancer, its nodes, the targets behind them. With shallow checks it depends
// on zones alone and is the same in every lane; deep ones feel the lane's database. Indexed once; questions take an instant.
import { upto } from '../../timeline/query.js';
import { slicesByLane } from '../../timeline/tables.js';
import { stateAt } from '../indexing.js';

/** The way in of a lane of a decoded timeline, or null where users reach the targets without a load balancer. */
export function entranceOf(run, { shared, facts, dictionaries, lanes }, lane) {
  if (!facts.balancerNodes?.length) return null;
  const [nodes, health] = [shared.nodes, shared.health].map(rows => slicesByLane(rows, lanes.length)[lane]);
  return new Entrance(run, { user: shared.requests.columns.user, nodes, health, facts, dictionaries, columns: lanes[lane].columns });
}

class Entrance {
  constructor(run, { user, nodes, health, facts, dictionaries, columns: { node, client, endedMicros } }) {
    this.run = run;
    this.user = user;
    this.node = node;
    this.client = client;
    this.nodes = facts.balancerNodes.map(Number);
    this.users = Number(facts.users[0]);
    this.ttlMicros = Number(facts.balancerDnsTtlMicros[0]);
    this.crossZone = facts.crossZone[0] === 'on';
    this.targetZones = facts.clientZones.map(Number);
    /** The zones that are drawn: those of nodes and targets, two at least, so that what stands nowhere is seen too. */
    this.zones = run.zones
      .map((_, zone) => zone)
      .filter(zone => zone < 2 || this.nodes.includes(zone) || this.targetZones.includes(zone));
    this.targetsIn = run.zones.map((_, zone) => this.targetZones.flatMap((of, target) => (of === zone ? [target] : [])));
    this.listed = nodeHistories(nodes, dictionaries.nodeState, this.nodes);
    this.beliefs = beliefsOf(health, this.nodes, this.targetZones.length);
    this.collectRequests(endedMicros);
    /** Instants at which anything about zones or beliefs changes. */
    this.changes = [
      ...new Set([
        0,
        ...run.zoneStates.flatMap(({ at }) => at.filter(t => t > 0)),
        ...[...this.beliefs.values()].flat().flatMap(({ at }) => at.filter(t => t > 0)),
      ]),
    ].sort((a, b) => a - b);
    this.ways = new Map([
      ...this.nodes.map(zone => [`node ${zone}`, this.nodeLine(zone)]),
      ...this.targetZones.map((_, target) => [`target ${target}`, this.targetLine(target)]),
    ]);
    this.marks = this.marksOf();
    this.decisions = this.decisionsOf();
    this.fault = run.zoneStates.flatMap(({ at, states }) => at.filter((_, i) => i && states[i] !== 'up')).sort((a, b) => a - b)[0];
  }

  /** Where each request stayed: at a node, at a target, or nowhere on the way in; and each user's requests. */
  collectRequests(ended) {
    const { run } = this,
      count = run.arrival.length;
    this.requestsOf = Array.from({ length: this.users }, () => []);
    this.stayed = new Uint8Array(count); // 0 got through, 1 at the node, 2 at the target
    this.endAt = new Float64Array(count);
    const failures = [];
    for (let i = 0; i < count; i++) {
      this.requestsOf[this.user[i]]?.push(i);
      this.stayed[i] = this.client[i] < 0 ? 1 : this.up(this.targetZones[this.client[i]], run.arrival[i]) ? 0 : 2;
      this.endAt[i] = ended[i] < 0 ? Infinity : run.arrival[i] + ended[i];
      if (this.stayed[i] && Number.isFinite(this.endAt[i])) failures.push(i);
    }
    this.failures = failures.sort((a, b) => this.endAt[a] - this.endAt[b]);
    this.failedAt = Float64Array.from(this.failures, i => this.endAt[i]);
    const ends = kind => Float64Array.from(this.failures.filter(i => this.stayed[i] === kind), i => this.endAt[i]);
    this.failedAtNode = ends(1);
    this.failedAtTarget = ends(2);
  }

  up(zone, t) {
    return this.zoneState(zone, t) === 'up';
  }

  zoneState(zone, t) {
    return stateAt(this.run.zoneStates[zone], t);
  }

  /** What the name says of a node: listed, silent (still in the name) or delisted. */
  nodeAt(zone, t) {
    return stateAt(this.listed.get(zone), t);
  }

  /** Whether a node believes a target healthy. */
  believes(zone, target, t) {
    return stateAt(this.beliefs.get(zone)[target], t);
  }

  /** The nodes that may choose a target. */
  nodesFor(target) {
    return this.nodes.filter(zone => this.crossZone || zone === this.targetZones[target]);
  }

  /** Whether a node that can be asked believes the target healthy; where none can, whether any does. */
  trusted(target, t) {
    const all = this.nodesFor(target),
      live = all.filter(zone => this.up(zone, t));
    return (live.length ? live : all).some(zone => this.believes(zone, target, t));
  }

  /** A node that believes nobody healthy asks them all. */
  failsOpen(zone, t) {
    const mine = this.targetZones.flatMap((of, target) => (this.crossZone || of === zone ? [target] : []));
    return mine.length > 0 && mine.every(target => !this.believes(zone, target, t));
  }

  /** Whether requests are sent there: a node that can be asked believes it healthy, or believes nobody to be. */
  asked(target, t) {
    const live = this.nodesFor(target).filter(zone => this.up(zone, t));
    return live.some(zone => this.believes(zone, target, t) || this.failsOpen(zone, t));
  }

  /** Users by what became of their latest request on the way in, failures so far, targets that get nothing. */
  summaryAt(t) {
    const users = { through: 0, waiting: 0, failed: 0, 'old-node': 0 };
    for (let user = 0; user < this.users; user++) users[this.userAt(user, t)]++;
    return {
      users,
      atNode: upto(this.failedAtNode, t),
      atTarget: upto(this.failedAtTarget, t),
      out: this.targetZones.filter((_, target) => !this.asked(target, t)).length,
    };
  }

  /** The latest request of a user up to t, −1 before the first. */
  latest(user, t) {
    const mine = this.requestsOf[user];
    let low = 0,
      high = mine.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.run.arrival[mine[middle]] <= t) low = middle + 1;
      else high = middle;
    }
    return low ? mine[low - 1] : -1;
  }

  /** through: got to a target; waiting; failed; old-node: failed, and goes to a node that the name no longer lists. */
  userAt(user, t) {
    const i = this.latest(user, t);
    if (i < 0 || !this.stayed[i]) return 'through';
    if (t < this.endAt[i]) return 'waiting';
    return this.stayed[i] === 1 && this.nodeAt(this.node[i], t) === 'delisted' ? 'old-node' : 'failed';
  }

  nodeLine(zone) {
    const { at, states } = this.listed.get(zone);
    return at.map((from, i) => ({ from, state: states[i] }));
  }

  /** listed (gets requests and answers), silent (gets requests and does not answer), out (nobody believes it healthy). */
  targetLine(target) {
    const zone = this.targetZones[target],
      line = [];
    for (const from of this.changes) {
      const state = !this.asked(target, from) ? 'out' : this.up(zone, from) ? 'listed' : 'silent';
      if (line.at(-1)?.state !== state) line.push({ from, state });
    }
    return line;
  }

  lineOf(kind, index) {
    return this.ways.get(`${kind} ${index}`);
  }

  /** A node leaves the name or comes back; no target of a zone is believed healthy any more, or all are again. */
  marksOf() {
    const marks = [],
      put = (atMicros, kind, subject) => marks.push({ atMicros, kind, subject, person: false, way: true });
    for (const zone of this.nodes)
      this.nodeLine(zone).forEach(({ from, state }, i, all) => {
        if (state === 'delisted') put(from, 'delisted', zone);
        else if (i && all[i - 1].state === 'delisted') put(from, 'listed-again', zone);
      });
    for (const zone of this.zones) {
      const targets = this.targetsIn[zone];
      let out = false;
      for (const t of targets.length ? this.changes : []) {
        const trusted = targets.filter(target => this.trusted(target, t)).length;
        if (!out && !trusted) put(t, targets.some(target => this.asked(target, t)) ? 'fails-open' : 'targets-out', zone);
        if (out && trusted === targets.length) put(t, 'targets-in', zone);
        out = !trusted || (out && trusted < targets.length);
      }
    }
    return marks.sort((a, b) => a.atMicros - b.atMicros);
  }

  /** What happened and was decided on the way in, oldest first; what stopped answering is told too. */
  decisionsOf() {
    const silent = this.zones.flatMap(zone =>
      this.run.zoneStates[zone].at.flatMap((atMicros, i) => {
        if (atMicros < 0 || this.up(zone, atMicros) || !this.up(zone, this.run.zoneStates[zone].at[i - 1] ?? -1)) return [];
        const said = [];
        if (this.nodes.includes(zone)) said.push({ atMicros, kind: 'node-silent', subject: zone });
        if (this.targetsIn[zone].some(target => this.asked(target, atMicros)))
          said.push({ atMicros, kind: 'targets-silent', subject: zone });
        return said;
      }),
    );
    return [...silent, ...this.marks].sort((a, b) => a.atMicros - b.atMicros);
  }

  decisionsAt(t) {
    return this.decisions.filter(({ atMicros }) => atMicros <= t);
  }
}

function nodeHistories({ columns, from, to }, names, nodes) {
  const made = new Map(nodes.map(zone => [zone, { at: [-1], states: ['listed'] }]));
  for (let i = from; i < to; i++) {
    made.get(columns.node[i])?.at.push(columns.atMicros[i]);
    made.get(columns.node[i])?.states.push(names[columns.nodeState[i]]);
  }
  return made;
}

/** For every node what it believes of every target; all are healthy at first. */
function beliefsOf({ columns, from, to }, nodes, targets) {
  const made = new Map(nodes.map(zone => [zone, Array.from({ length: targets }, () => ({ at: [-1], states: [true] }))]));
  for (let i = from; i < to; i++) {
    const of = made.get(columns.node[i])?.[columns.client[i]];
    of?.at.push(columns.atMicros[i]);
    of?.states.push(columns.healthy[i] === 1);
  }
  return made;
}

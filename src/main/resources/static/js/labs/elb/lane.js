// One lane: what became of every letter there, who kept which connection, what the name answered, what the balancer believed.
import { ascendingOrder, Tally, upto } from '../../timeline/query.js';
import { histories, stateAt } from '../indexing.js';

/** What becomes of a letter before anybody reads it: it stays lying at the door. */
const AT_DOOR = new Set(['no-listener', 'no-upgrade', 'udp-dropped', 'not-admitted', 'unreachable', 'old-address', 'dark-zone', 'idle-cut', 'server-gone']);
/** Of these nobody is told: whoever sent it waits. */
const SILENT = new Set(['not-admitted', 'unreachable', 'old-address', 'dark-zone', 'udp-dropped', 'target-504', 'client-timeout', 'server-gone']);
const FINE = new Set(['delivered', 'answered']);
const OPEN = 'in-flight';
/** Pieces that the run is cut into, and most threads that are drawn of each. */
const PIECES = 400,
  MOST_THREADS = 70;
/** Failed letters are counted over the last six seconds. */
const WINDOW = 6e6;

export class Lane {
  constructor(run, { index, balancer, table, dictionaries, idleMicros, crossZone, rows }) {
    const { columns } = table,
      count = run.at.length;
    this.run = run;
    this.index = index;
    this.balancer = balancer;
    this.idleMicros = idleMicros;
    this.crossZone = crossZone;
    this.single = balancer === 'dns';
    this.outcomes = dictionaries.outcome;
    this.outcome = columns.outcome;
    this.node = columns.node;
    this.target = columns.target;
    this.rule = columns.rule;
    this.status = columns.status;
    this.address = columns.address;
    this.endedAt = Float64Array.from({ length: count }, (_, i) => (columns.endedMicros[i] < 0 ? Infinity : run.at[i] + columns.endedMicros[i]));
    this.reachedAt = Float64Array.from({ length: count }, (_, i) => (columns.reachedMicros[i] < 0 ? Infinity : run.at[i] + columns.reachedMicros[i]));
    this.ends = sorted(this.endedAt);
    this.ends.tally = new Tally(
      Uint8Array.from(this.ends.order, i => run.service[i] * this.outcomes.length + this.outcome[i]),
      run.services.length * this.outcomes.length,
    );
    this.reaches = sorted(this.reachedAt);
    this.reaches.tally = new Tally(Uint16Array.from(this.reaches.order, i => Math.max(0, this.target[i])), Math.max(1, run.targets.length));
    const wrong = this.outcomes.indexOf('wrong-404');
    this.strange = sorted(Float64Array.from({ length: count }, (_, i) => (this.outcome[i] === wrong ? this.reachedAt[i] : Infinity)));
    this.strange.tally = new Tally(
      Uint8Array.from(this.strange.order, i => run.targets[this.target[i]]?.service ?? 0),
      run.services.length,
    );
    this.names = histories(rows.names, 2, 'node', ({ atMicros, address, listed }, i) => ({
      at: atMicros[i],
      address: address[i],
      listed: listed[i] === 1,
    }));
    if (this.single) this.names = [{ at: [-1], states: [{ at: -1, address: rows.names.columns.address[rows.names.from], listed: true }] }];
    this.health = this.beliefs(rows.health, dictionaries);
    this.threads = threadsOf(rows.threads, dictionaries.closedBy);
    this.pieces = this.cut();
    this.series = this.failedShare();
  }

  /** What became of a letter. @param {number} i */
  fate(i) {
    return this.outcomes[this.outcome[i]];
  }

  stopsAtDoor(i) {
    return AT_DOOR.has(this.fate(i));
  }

  isSilent(i) {
    return SILENT.has(this.fate(i));
  }

  isFine(i) {
    return FINE.has(this.fate(i));
  }

  /** Counts up to an instant, remembered for the last that was asked for. */
  countsAt(t) {
    if (this.counted?.t !== t) this.counted = this.count(t);
    return this.counted;
  }

  count(t) {
    const { run, outcomes } = this,
      ended = this.ends.tally.at(upto(this.ends.at, t)),
      got = this.reaches.tally.at(upto(this.reaches.at, t)),
      strange = this.strange.tally.at(upto(this.strange.at, t)),
      each = run.services.map(() => ({ ok: 0, bad: 0, door: 0, causes: {} })),
      causes = {};
    let ok = 0,
      bad = 0;
    ended.forEach((n, key) => {
      if (!n) return;
      const name = outcomes[key % outcomes.length],
        one = each[Math.floor(key / outcomes.length)];
      if (name === OPEN) return;
      if (FINE.has(name)) {
        one.ok += n;
        ok += n;
        return;
      }
      one.bad += n;
      bad += n;
      one.causes[name] = n;
      causes[name] = (causes[name] ?? 0) + n;
      if (AT_DOOR.has(name)) one.door += n;
    });
    return { t, each, ok, bad, causes, got, strange };
  }

  /** What the name says of a node: its address, whether it is listed, since when. */
  nameAt(node, t) {
    return stateAt(this.names[node], t);
  }

  /** Whether the balancer's nodes believe a target to be unwell. */
  isKnownBad(target, t) {
    return this.health.some(node => {
      const history = node.get(target);
      return history ? stateAt(history, t).state === 'unhealthy' : false;
    });
  }

  /** What each node believes of each target that it checks. */
  beliefs({ columns, from, to }, { healthState, reason }) {
    const nodes = [new Map(), new Map()];
    for (let i = from; i < to; i++) {
      const node = nodes[columns.node[i]];
      if (!node) continue;
      if (!node.has(columns.target[i])) node.set(columns.target[i], { at: [-1], states: [{ state: 'initial', reason: '', streak: 0 }] });
      const history = node.get(columns.target[i]);
      history.at.push(columns.atMicros[i]);
      history.states.push({ state: healthState[columns.state[i]], reason: reason[columns.reason[i]], streak: columns.streak[i] });
    }
    return nodes;
  }

  /** For every piece of the run the threads that are there. */
  cut() {
    const { threads, run } = this,
      pieces = Array.from({ length: PIECES + 1 }, () => []);
    threads.forEach((thread, id) => {
      const first = this.piece(thread.from),
        last = this.piece(Math.min(thread.until, run.durationMicros));
      for (let k = first; k <= last; k++) if (pieces[k].length < MOST_THREADS) pieces[k].push(id);
    });
    return pieces;
  }

  piece(t) {
    return Math.min(PIECES, Math.max(0, Math.floor((t / this.run.durationMicros) * PIECES)));
  }

  /** The connections that are kept at t. */
  threadsAt(t) {
    return this.pieces[this.piece(t)].map(id => this.threads[id]).filter(({ from, until }) => from <= t && t < until);
  }

  /** The share of letters that failed of those whose end came in the last seconds, a number a second. */
  failedShare() {
    const { ends, run } = this,
      bad = new Int32Array(ends.order.length + 1);
    for (let k = 0; k < ends.order.length; k++) bad[k + 1] = bad[k] + (this.isFine(ends.order[k]) ? 0 : 1);
    return Array.from({ length: 301 }, (_, k) => {
      const t = (run.durationMicros * k) / 300,
        from = upto(ends.at, t - WINDOW),
        to = upto(ends.at, t);
      return to > from ? (bad[to] - bad[from]) / (to - from) : 0;
    });
  }
}

/** What happened, in order: when, and to which letter. */
function sorted(instants) {
  const rows = [];
  instants.forEach((at, i) => {
    if (at < Infinity) rows.push(i);
  });
  const by = ascendingOrder(Float64Array.from(rows, i => instants[i])),
    order = Int32Array.from(by, k => rows[k]);
  return { order, at: Float64Array.from(order, i => instants[i]), tally: /** @type {any} */ (null) };
}

function threadsOf({ columns, from, to }, closedBy) {
  return Array.from({ length: to - from }, (_, k) => ({
    connection: columns.connection[from + k],
    from: columns.fromMicros[from + k],
    until: columns.untilMicros[from + k] < 0 ? Infinity : columns.untilMicros[from + k],
    node: columns.node[from + k],
    target: columns.target[from + k],
    closedBy: closedBy[columns.closedBy[from + k]],
  }));
}

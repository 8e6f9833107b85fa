// One lane: what became of every letter, who keeps which connection, what the name answers, what nodes believe. Counts of an
// instant come from lists in the order of happening, whatever their length.
import { ascendingOrder, Tally, upto } from '../../timeline/query.js';
import { readRows } from '../../timeline/tables.js';
import { FLIGHT } from './time.js';

/** Layers that a balancer works on. */
const LAYERS = { alb: '7', nlb: '4', clb: '4-7', dns: '' };
/** A change of addresses is pointed out for so long. */
const FRESH = 8e6;
/** Outcomes that say how a balancer answered by itself: the letter came as far as the desk. */
const AT_DESK = new Set(['answered', 'empty-503']);

export class Lane {
  constructor(run, { index, balancer, columns, dictionaries, rows }) {
    this.run = run;
    this.index = index;
    this.balancer = balancer;
    this.layer = LAYERS[balancer];
    this.single = balancer === 'dns';
    this.columns = columns;
    this.outcomes = dictionaries.outcome;
    this.delivered = this.outcomes.indexOf('delivered');
    this.wrong = this.outcomes.indexOf('wrong-404');
    this.end = Float64Array.from(columns.endedMicros, (micros, i) => (micros < 0 ? Infinity : run.at[i] + micros));
    /** Of which services there is a listener; a WebSocket's needs one that passes on the Upgrade. */
    this.takes = takenBy(run, balancer);
    /** Of which services this balancer opens the letters: where it never only carries them on. */
    this.opens = run.services.map((_, service) => this.layer.includes('7') && service < 3);
    this.count();
    this.keep(rows.threads, dictionaries.closedBy);
    this.names = this.single ? [history(rows.names, -1)] : run.zones.map((_, node) => history(rows.names, node));
    this.beliefs = beliefsOf(rows.health, run, dictionaries.healthState);
  }

  /** Lists in the order of happening, of which the first so many are counted. */
  count() {
    const { run, columns, end, delivered, wrong, outcomes } = this,
      { at, service, sender, senders, targets } = run,
      { outcome, target, reachedMicros } = columns,
      reachedAt = i => at[i] + reachedMicros[i],
      all = Int32Array.from(at.keys()),
      known = ordered(all.filter(i => end[i] < Infinity), i => end[i]),
      received = ordered(all.filter(i => reachedMicros[i] >= 0 && (target[i] >= 0 || this.single)), reachedAt),
      failed = known.filter(i => outcome[i] !== delivered),
      waits = i => end[i] - at[i] > FLIGHT,
      // where letters wait for an answer: before targets, and in rows before the wall
      placeOf = i => (target[i] >= 0 ? target[i] : targets.length + senders[sender[i]].row),
      ending = i => end[i];
    this.known = counted(known, ending, 10, i => service[i] * 2 + (outcome[i] === delivered ? 0 : 1));
    this.causes = counted(known, ending, outcomes.length, i => outcome[i]);
    this.received = counted(received, reachedAt, Math.max(1, targets.length), i => Math.max(0, target[i]));
    this.strange = counted(failed.filter(i => outcome[i] === wrong), ending, 5, i => targets[target[i]].service);
    this.fallen = counted(failed.filter(i => this.place(i) === 'door'), ending, 5, i => senders[sender[i]].row);
    this.waits = counted(all.filter(waits), i => at[i] + FLIGHT, targets.length + 5, placeOf);
    this.waited = counted(known.filter(waits), ending, targets.length + 5, placeOf);
  }

  /** Threads in the order of their beginnings, and of their ends. */
  keep(rows, closedBy) {
    const { run } = this,
      kinds = 10 + 2 * run.zones.length * Math.max(1, run.targets.length),
      threads = readRows(rows, (c, i) => ({
        connection: c.connection[i],
        from: c.fromMicros[i],
        until: c.untilMicros[i] < 0 ? Infinity : c.untilMicros[i],
        node: Math.max(0, c.node[i]),
        target: c.target[i],
        closedBy: closedBy[c.closedBy[i]],
      }));
    this.threads = threads.sort((a, b) => a.from - b.from);
    this.threadFrom = Float64Array.from(threads, thread => thread.from);
    const outside = thread => this.rowOf(thread) * 2 + thread.node,
      inside = thread => 10 + (thread.node * run.targets.length + thread.target) * 2 + (this.rowOf(thread) >= 2 ? 1 : 0),
      list = (of, kind, when) => {
        const sorted = [...of].sort((a, b) => when(a) - when(b));
        return { at: Float64Array.from(sorted, when), tally: new Tally(Uint16Array.from(sorted, kind), kinds) };
      },
      through = threads.filter(thread => thread.target >= 0 && !this.single),
      both = (of, kind) => [list(of, kind, thread => thread.from), list(of, kind, thread => thread.until)];
    this.outer = both(threads, outside);
    this.inner = both(through, inside);
  }

  rowOf({ connection }) {
    return this.run.senders[this.run.connectionSender[connection]].row;
  }

  /** How many kept connections there are at t: of each row with each door, and from each door to each target. */
  threadsAt(t) {
    const counts = this.outer[0].tally.at(upto(this.outer[0].at, t));
    this.outer[1].tally.at(upto(this.outer[1].at, t), -1, counts);
    this.inner[0].tally.at(upto(this.inner[0].at, t), 1, counts);
    return this.inner[1].tally.at(upto(this.inner[1].at, t), -1, counts);
  }

  /** A connection of this row that is kept by this door at t, the newest; −1 if there is none. */
  connectionAt(row, node, t) {
    for (let i = upto(this.threadFrom, t) - 1; i >= 0; i--) {
      const thread = this.threads[i];
      if (thread.until > t && thread.node === node && this.rowOf(thread) === row) return thread.connection;
    }
    return -1;
  }

  outcomeOf(i) {
    return this.outcomes[this.columns.outcome[i]];
  }

  /** How far a letter comes: 'door', 'desk' or 'target'. */
  place(i) {
    const { target, reachedMicros } = this.columns;
    if (target[i] >= 0 || (this.single && reachedMicros[i] >= 0)) return 'target';
    return AT_DESK.has(this.outcomeOf(i)) ? 'desk' : 'door';
  }

  /** Whether at t it is known where a letter goes, or that it goes nowhere. */
  isDecided(i, t) {
    const { reachedMicros } = this.columns;
    return this.end[i] <= t || (reachedMicros[i] >= 0 && this.run.at[i] + reachedMicros[i] <= t);
  }

  /** What holds of a letter at t: null while its sender does not know. */
  outcomeAt(i, t) {
    return this.end[i] <= t ? this.outcomeOf(i) : null;
  }

  countsAt(t) {
    const of = ({ at, tally }) => tally.at(upto(at, t)),
      byService = of(this.known),
      waits = of(this.waits);
    this.waited.tally.at(upto(this.waited.at, t), -1, waits);
    const ok = [0, 1, 2, 3, 4].map(s => byService[s * 2]),
      bad = [0, 1, 2, 3, 4].map(s => byService[s * 2 + 1]),
      received = of(this.received);
    return {
      ok,
      bad,
      received,
      waits,
      strange: of(this.strange),
      fallen: of(this.fallen),
      delivered: ok.reduce((a, b) => a + b, 0),
      failed: bad.reduce((a, b) => a + b, 0),
    };
  }

  /** How many failed of each cause, by t. @returns {{cause: string, count: number}[]} most first */
  causesAt(t) {
    const counts = this.causes.tally.at(upto(this.causes.at, t));
    return this.outcomes
      .map((cause, i) => ({ cause, count: counts[i] }))
      .filter(({ cause, count }) => count && cause !== 'delivered' && cause !== 'in-flight')
      .sort((a, b) => b.count - a.count);
  }

  /** Of what was known shortly before t to be delivered or not, the share that failed. */
  failedShare(t, window) {
    const { at, tally } = this.known,
      counts = tally.at(upto(at, t));
    tally.at(upto(at, t - window), -1, counts);
    const all = counts.reduce((sum, n) => sum + n, 0),
      bad = counts.reduce((sum, n, kind) => sum + (kind % 2 ? n : 0), 0);
    return all ? bad / all : 0;
  }

  /** What the name answers of a node at t: its address, whether it is in the answer, whether that is new. */
  nameAt(node, t) {
    const { at, states } = this.names[node] ?? this.names[0],
      n = upto(at, t);
    if (!n) return { address: '', listed: false, changes: false, fresh: false, turned: Infinity };
    const { address, listed } = states[n - 1],
      changed = at[lastTurn(states, n - 1)];
    return {
      address: this.run.addresses[address] ?? '',
      listed,
      changes: this.balancer === 'alb' || this.balancer === 'clb',
      fresh: changed > 0 && t - changed < FRESH,
      turned: changed > 0 ? t - changed : Infinity,
    };
  }

  /** Whether a node of this lane believes at t that the target is unhealthy. */
  knownBad(target, t) {
    return this.beliefs.some(ofNode => {
      const { at, states } = ofNode[target],
        n = upto(at, t);
      return n > 0 && states[n - 1];
    });
  }
}

/** Letters in the order of an instant of each. */
function ordered(letters, when) {
  const order = ascendingOrder(each(new Float64Array(letters.length), letters, when)),
    sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[i] = letters[order[i]];
  return sorted;
}

/** Letters in the order of happening, of each its instant and its kind. */
const counted = (letters, when, kinds, kindOf) => ({
  at: each(new Float64Array(letters.length), letters, when),
  tally: new Tally(each(new Uint16Array(letters.length), letters, kindOf), kinds),
});

/** A list of what is asked of each letter; a loop, since `from` takes ten times as long for a hundred thousand. */
function each(list, letters, of) {
  for (let i = 0; i < letters.length; i++) list[i] = of(letters[i]);
  return list;
}

/** The row from which on the address is what it is. */
function lastTurn(states, n) {
  while (n > 0 && states[n - 1].address === states[n].address) n--;
  return n;
}

function history({ columns, from, to }, node) {
  const made = { at: [], states: [] };
  for (let i = from; i < to; i++) {
    if (columns.node[i] !== node) continue;
    made.at.push(columns.atMicros[i]);
    made.states.push({ address: columns.address[i], listed: columns.listed[i] === 1 });
  }
  return made;
}

function beliefsOf({ columns, from, to }, { zones, targets }, states) {
  const made = zones.map(() => targets.map(() => ({ at: [], states: [] })));
  for (let i = from; i < to; i++) {
    const one = made[columns.node[i]]?.[columns.target[i]];
    one?.at.push(columns.atMicros[i]);
    one?.states.push(states[columns.state[i]] === 'unhealthy');
  }
  return made;
}

/** @param {any} run  @param {string} balancer */
function takenBy({ listeners, ports, services }, balancer) {
  const own = listeners.filter(text => text.startsWith(`${balancer}:`)).map(text => /:(\w+):(\d+)/.exec(text) ?? ['', '', '']);
  return services.map((_, service) =>
    own.some(
      ([, protocol, port]) =>
        Number(port) === ports[service] &&
        (service === 4 ? protocol.includes('UDP') : service === 2 ? balancer !== 'clb' || protocol === 'TCP' : protocol !== 'UDP'),
    ),
  );
}

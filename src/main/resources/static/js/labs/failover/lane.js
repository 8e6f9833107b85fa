// One lane of a run: its log, its machines, its clients, its incidents, its losses. Indexed once; questions take an instant.
import { ascendingOrder, upto } from '../../timeline/query.js';
import { readRows } from '../../timeline/tables.js';
import { Log } from './log.js';
import { userOutage } from './user-outage.js';
import { histories, stateAt } from '../indexing.js';

/** The steps of a failover in their order. */
export const PHASES = ['fault', 'detected', 'promoted', 'dns-changed', 'first-back', 'last-back'];

/** A deletion is in the log this soon, µs. */
const SOON = 5e6;

/** Roles that are sent the log and take no writes. */
export const COPIES = new Set(['standby', 'reader', 'replica']);

export class Lane {
  constructor(run, { index, topology, table, dictionaries, documented, price, rows }) {
    this.run = run;
    this.index = index;
    this.topology = topology;
    this.documented = documented;
    this.price = price;
    const { columns } = table,
      words = dictionaries;
    this.outcomes = words.outcome;
    this.columns = columns;
    const count = 1 + Math.max(-1, ...readRows(rows.machines, (c, i) => c.machine[i]));
    this.machines = histories(rows.machines, count, 'machine', (c, i) => ({
      at: c.atMicros[i],
      zone: c.zone[i],
      role: words.role[c.role[i]],
      until: c.untilMicros[i],
    }));
    this.clients = histories(rows.clients, run.clients, 'client', (c, i) => ({
      at: c.atMicros[i],
      state: words.state[c.state[i]],
      machine: c.machine[i],
    }));
    this.attempts = histories(rows.attempts, run.clients, 'client', (c, i) => ({
      at: c.atMicros[i],
      end: c.endMicros[i] < 0 ? Infinity : c.endMicros[i],
      machine: c.machine[i],
      result: words.result[c.result[i]],
    }));
    this.names = histories({ ...rows.names, columns: { ...rows.names.columns, one: new Uint8Array(rows.names.to) } }, 1, 'one', (c, i) => ({
      at: c.atMicros[i],
      machine: c.machine[i],
    }))[0];
    this.notes = readRows(rows.notes, (c, i) => ({
      at: c.atMicros[i],
      note: words.note[c.note[i]],
      machine: c.machine[i],
      client: c.client[i],
      value: c.value[i],
    }));
    this.incidents = incidentsOf(readRows(rows.phases, (c, i) => ({ at: c.atMicros[i], incident: c.incident[i], name: words.phase[c.phase[i]] })));
    this.log = new Log(run, columns, count, words.outcome.indexOf('completed'));
    this.losses = readRows(rows.losses, (c, i) => ({
      at: c.atMicros[i],
      until: c.untilMicros[i] < 0 ? Infinity : c.untilMicros[i],
      cause: words.cause[c.cause[i]],
      first: c.firstLsn[i],
      last: c.lastLsn[i],
    }));
    /** Entries that only machines without power hold: not lost as long as they can come back. */
    this.outOfReach = readRows(rows.outOfReach, (c, i) => ({
      at: c.atMicros[i],
      until: c.untilMicros[i] < 0 ? Infinity : c.untilMicros[i],
      cause: 'out-of-reach',
      first: c.firstLsn[i],
      last: c.lastLsn[i],
    }));
    /** When states of clients were followed by others, ascending. */
    this.livedUntil = Float64Array.from(this.clients.flatMap(({ at }) => at.slice(1))).sort();
    this.proxied = topology.endsWith('proxy');
    this.collectOutcomes();
    this.users = run.entrance && userOutage(run, this, this.incidents[1]?.fault[0] ?? Infinity);
    /** Who took writes from when on. */
    this.primaries = this.machines
      .flatMap(({ states }, machine) => states.filter(s => s.role === 'primary').map(({ at }) => ({ at, machine })))
      .sort((a, b) => a.at - b.at);
    this.slots = slotsOf(this.machines, run.zones.length);
    this.marks = this.incidents.flatMap(incident => [
      ...incident.promoted.slice(0, 1).map(atMicros => this.mark(atMicros, 'promoted')),
      ...incident['last-back'].slice(-1).map(atMicros => this.mark(atMicros, 'last-back')),
    ]);
    const restored = this.losses.filter(loss => loss.cause === 'deleted' && Number.isFinite(loss.until)).map(loss => loss.until);
    this.marks.push(...[...new Set(restored)].map(atMicros => this.mark(atMicros, 'regained')));
  }

  mark(atMicros, kind) {
    return { atMicros, kind, lane: this.index, person: false };
  }

  outcomeOf(i) {
    return this.outcomes[this.columns.outcome[i]];
  }

  /** What became of the writes, each list ascending in time. */
  collectOutcomes() {
    const { arrival, write } = this.run,
      client = this.columns.client ?? this.run.client, // behind a load balancer each lane has its own
      { endedMicros } = this.columns,
      acked = [],
      failed = [];
    for (let i = 0; i < arrival.length; i++) {
      if (!write[i] || endedMicros[i] < 0) continue;
      (this.outcomeOf(i) === 'completed' ? acked : failed).push(i);
    }
    const ended = i => arrival[i] + endedMicros[i],
      sorted = list => Array.from(ascendingOrder(list.map(ended)), place => list[place]);
    this.ackedRequests = sorted(acked);
    this.acks = Float64Array.from(this.ackedRequests, ended);
    const failures = sorted(failed);
    this.fails = Float64Array.from(failures, ended);
    this.failedClient = Int32Array.from(failures, i => client[i]);
    this.unknown = Float64Array.from(failures.filter(i => this.columns.sentMicros[i] >= 0), ended);
    this.firstFailure = failed.length ? arrival[failed[0]] : Infinity; // arrivals ascend, so the first listed arrived first
    this.firstFailureSeen = failed.length ? ended(failed[0]) : Infinity;
    const back = acked.filter(i => arrival[i] > this.firstFailure),
      first = back.length ? back.reduce((least, i) => (ended(i) < ended(least) ? i : least)) : -1;
    this.firstSuccess = first < 0 ? Infinity : ended(first);
    /** The zone, cut off at that time, whose clients alone that write is about: everybody else is still out; −1 as a rule. */
    this.firstOnlyIn = first < 0 ? -1 : this.run.cutZoneOf(client[first], this.firstSuccess);
  }

  /** When reads were answered by a machine that was a copy at that time; ascending. */
  readsByCopies() {
    const { arrival, write } = this.run,
      { machine, endedMicros } = this.columns,
      times = [];
    for (let i = 0; i < arrival.length; i++) {
      if (write[i] || machine[i] < 0 || this.outcomeOf(i) !== 'completed') continue;
      if (COPIES.has(stateAt(this.machines[machine[i]], arrival[i]).role)) times.push(arrival[i] + endedMicros[i]);
    }
    return Float64Array.from(times).sort();
  }

  machineAt(machine, t) {
    return stateAt(this.machines[machine], t);
  }

  clientAt(client, t) {
    return stateAt(this.clients[client], t);
  }

  nameAt(t) {
    return stateAt(this.names, t);
  }

  /** The incident that is going on or was the last, or undefined. */
  incidentAt(t) {
    return this.incidents.findLast(incident => incident.fault[0] <= t);
  }

  /** Losses that are in force at t. */
  lossesAt(t) {
    return inForce(this.losses, t);
  }

  /** What only machines without power hold at t. */
  outOfReachAt(t) {
    return inForce(this.outOfReach, t);
  }

  /** Acknowledged writes that were gone and exist again at t; not those that were given up when a copy took over. */
  regainedAt(t) {
    const back = this.losses.filter(({ until }) => until <= t && !this.losses.some(({ at }) => at === until));
    return this.log.acknowledgedIn(back);
  }

  /** Whether writes went on all through an incident up to t, as they do when only rows were deleted. */
  stillWritesAt(incident, t) {
    const fault = incident.fault[0];
    return (
      this.losses.some(loss => loss.cause === 'deleted' && loss.at >= fault && loss.at < fault + SOON) &&
      this.firstFailureSeen > t &&
      this.writerAt(t) >= 0
    );
  }

  /** Acknowledged writes that exist nowhere at t. */
  lostAt(t) {
    return this.log.acknowledgedIn(this.lossesAt(t));
  }

  /** Figures up to t; times in µs from the first write that failed, null while they are not known. */
  summaryAt(t) {
    const counts = {
      acked: upto(this.acks, t),
      failed: upto(this.fails, t),
      unknown: upto(this.unknown, t),
      lost: this.lostAt(t),
      outOfReach: this.log.acknowledgedIn(this.outOfReachAt(t)),
      regained: this.regainedAt(t),
      incident: this.incidentAt(t),
    };
    return { ...counts, ...(this.users ? outageOf(this.users, t) : this.outageAt(t, counts.incident)) };
  }

  outageAt(t, incident) {
    const began = this.firstFailureSeen <= t,
      last = incident?.['last-back'].findLast(at => at <= t);
    return {
      began,
      first: began && this.firstSuccess <= t ? this.firstSuccess - this.firstFailure : null,
      onlyIn: this.firstOnlyIn,
      last: began && last !== undefined ? Math.max(0, last - this.firstFailure) : null,
      running: began ? t - this.firstFailure : 0,
    };
  }

  /** How many clients are in each state at t. */
  countsAt(t) {
    const counts = { connected: 0, waiting: 0, retrying: 0, 'old-address': 0, down: 0 };
    for (const client of this.clients) counts[stateAt(client, t).state]++;
    return counts;
  }

  /** The machine that takes writes at t, −1 while none does. */
  writerAt(t) {
    return this.machines.findIndex(machine => stateAt(machine, t).role === 'primary' && !this.unreachable(stateAt(machine, t), t));
  }

  /** A machine that is only cut off and goes on taking writes while another one is promoted, and beside it; −1 as a rule. */
  otherWriterAt(t) {
    return this.machines.findIndex(machine => stateAt(machine, t).role === 'other-primary');
  }

  /** Dark or cut off with its zone. */
  unreachable({ zone }, t) {
    return stateAt(this.run.zoneStates[zone], t) !== 'up';
  }
}

const inForce = (ranges, t) => ranges.filter(({ at, until }) => at <= t && t < until);

/** The outage of the users, as far as it is known at t. */
function outageOf({ from, seen, first, last }, t) {
  const began = seen <= t;
  return {
    began,
    first: began && first <= t ? first - from : null,
    onlyIn: -1,
    last: began && last <= t ? last - from : null,
    running: began ? t - from : 0,
  };
}

function incidentsOf(rows) {
  const incidents = [];
  for (const { at, incident, name } of rows) {
    incidents[incident] ??= Object.fromEntries(PHASES.map(phase => [phase, []]));
    incidents[incident][name].push(at);
  }
  return incidents.filter(incident => incident?.fault.length);
}

/**
 * The floors of a lane: every zone once, or as often as it ever holds machines at one time. Three at least; zones that never
 * hold one make way for machines that share a zone.
 */
function slotsOf(machines, zones) {
  const most = Array.from({ length: zones }, () => 0),
    instants = [...new Set(machines.flatMap(machine => machine.at))];
  for (const t of instants) {
    const now = Array.from({ length: zones }, () => 0);
    for (const machine of machines) now[stateAt(machine, t).zone]++;
    now.forEach((n, zone) => (most[zone] = Math.max(most[zone], n)));
  }
  const slots = most.flatMap((n, zone) => Array.from({ length: Math.max(1, n) }, (_, place) => ({ zone, place, empty: n === 0 })));
  while (slots.length > 3 && slots.some(slot => slot.empty)) slots.splice(slots.findLastIndex(slot => slot.empty), 1);
  return slots;
}

// A run of the lab of the way in: what its lanes share (senders, letters, targets, what was done), and the marks on the bar of time.
import { upto } from '../../timeline/query.js';
import { alongTheRun, marksOf, numbersOf, rowsByLane, zonesOf } from '../indexing.js';
import { Lane } from './lane.js';
import { Switch } from './switch.js';
import { FLIGHT, FLY } from './time.js';

/** Run seconds per viewer's second. */
const PACES = [0.25, 1, 4, 16];
const POINTS = 300;
/** Failed shares are of what came to an end in the last six seconds. */
const WINDOW = 6e6;
/** Every so often another letter is looked at; one of a kind whose turn it is may come a little later. */
const LOOK_EVERY = 3e6,
  LATER = 1.5e6,
  /** Whose turn it is: mostly of any that can be opened, now and then of a chat's, a parcel, a datagram. */
  TURNS = [-1, 1, 3, -1, 2, 4];
/** So many letters of a lane are drawn on their way at most; of more only every second, third … is. */
const MOST_FLIGHTS = 48;

/**
 * Indexes a decoded timeline once; every question about an instant is cheap afterwards.
 * @param {import('../../timeline/decode.js').Timeline} timeline
 */
export function runOf(timeline) {
  const { shared, durationMicros, facts, dictionaries, scenario } = timeline,
    { letters, connections } = shared,
    number = numbersOf(facts);
  /** @type {Object<string, any>} */
  const run = {
    durationMicros,
    scenario,
    paces: PACES,
    pace: 1,
    at: Float64Array.from(letters.columns.atMicros),
    sender: letters.columns.sender,
    service: letters.columns.service,
    connection: letters.columns.connection,
    ask: letters.columns.ask,
    asks: dictionaries.ask,
    services: facts.services,
    ports: (facts.servicePort ?? ['80', '80', '80', '5222', '7777']).map(Number),
    zones: zonesOf(facts),
    targets: targetsOf(facts),
    senders: sendersOf(facts),
    opened: connections.columns.openedMicros,
    port: connections.columns.port,
    connectionSender: connections.columns.sender,
    rules: facts.rules ?? [],
    listeners: facts.listeners ?? [],
    addresses: facts.addresses,
    idle: (facts.idleMicros ?? []).map(Number),
    ttlMicros: number('ttlMicros'),
  };
  run.rows = senderRows(run);
  run.stride = strideOf(run.at);
  const lanes = shared.marks.columns.lane,
    marks = marksOf(shared.marks, dictionaries.kind).map((mark, i) => ({ ...mark, lane: lanes[i] }));
  const of = (on, off, count, first = false) => new Switch(marks, on, off, count, first);
  run.dark = of('fail-zone', ['repair-zone'], run.zones.length);
  run.stopped = of('stop', ['start'], run.targets.length);
  run.shut = of('shut', ['open'], run.services.length);
  run.internal = of('make-internal', ['make-public'], 1, facts.scheme?.[0] === 'internal');
  const rows = rowsByLane(shared, ['names', 'health', 'threads'], timeline.lanes.length);
  run.lanes = timeline.lanes.map(
    (table, index) => new Lane(run, { index, balancer: facts.lanes[index], columns: table.columns, dictionaries, rows: rows[index] }),
  );
  run.shown = lookedAtOf(run);
  run.shownAt = Float64Array.from(run.shown, i => run.at[i]);
  run.events = run.shownAt;
  run.marks = seldom(marks);
  const orders = shared.ruleOrder?.columns;
  /** The priority that a rule has at t. */
  run.priorityOf = (place, t) => {
    let priority = Number.parseInt(run.rules[place], 10);
    for (let row = 0; orders && row < orders.atMicros.length && orders.atMicros[row] <= t; row++) if (orders.rule[row] === place) priority = orders.priority[row];
    return priority;
  };
  for (const lane of run.lanes) lane.series = alongTheRun({ durationMicros }, POINTS, t => lane.failedShare(t, WINDOW));
  return run;
}

/** The letter that everybody looks at: it lies on the desk, the same one in every lane; −1 before the first. */
export function lookedAt(run, t) {
  const n = upto(run.shownAt, t - FLY);
  return n ? run.shown[n - 1] : -1;
}

/** @param {any} facts */
function targetsOf({ targets, targetService, targetZone }) {
  const made = targets.map((name, index) => ({ index, name, service: Number(targetService[index]), zone: Number(targetZone[index]), place: 0 }));
  for (const target of made)
    target.place = made.filter(other => other.service === target.service && other.zone === target.zone && other.index < target.index).length;
  return made;
}

/** @param {any} facts */
function sendersOf({ senders, senderRow, senderAddress }) {
  const made = senders.map((kind, index) => ({ index, kind, row: Number(senderRow[index]), address: senderAddress[index], slot: 0 }));
  for (const sender of made) sender.slot = made.filter(other => other.row === sender.row && other.index < sender.index).length;
  return made;
}

/** The senders of each of the five rows. @param {any} run */
function senderRows({ senders }) {
  const rows = [[], [], [], [], []];
  for (const sender of senders) rows[sender.row].push(sender);
  return rows;
}

/** Of so many letters one is drawn, so that no instant has more than there is time to draw. */
function strideOf(at) {
  let most = 0,
    first = 0;
  for (let i = 0; i < at.length; i++) {
    while (at[first] < at[i] - FLIGHT) first++;
    most = Math.max(most, i - first + 1);
  }
  return Math.ceil(most / MOST_FLIGHTS) || 1;
}

/** A letter every three seconds, mostly of those that can be opened, now and then one of the others. @param {any} run */
function lookedAtOf({ at, service }) {
  const shown = [];
  let from = at[0] - LOOK_EVERY;
  for (let i = 0; i < at.length; i++) {
    const since = at[i] - from,
      turn = TURNS[shown.length % TURNS.length],
      inTurn = turn < 0 ? service[i] < 3 : service[i] === turn;
    if (since < LOOK_EVERY || (!inTurn && since < LOOK_EVERY + LATER)) continue;
    shown.push(i);
    from = at[i];
  }
  return shown;
}

/** What one system did at one time in several lanes, or often, is one mark. */
function seldom(marks) {
  const kept = [];
  for (const mark of marks) {
    const same = kept.findLast(other => other.kind === mark.kind && !other.person && !mark.person && mark.atMicros - other.atMicros < 5e6);
    if (!same) kept.push({ ...mark, lanes: [mark.lane] });
    else if (!same.lanes.includes(mark.lane)) same.lanes.push(mark.lane);
  }
  return kept;
}

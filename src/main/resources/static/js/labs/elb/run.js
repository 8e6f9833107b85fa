// A run of the ELB lab: the letters that all lanes share, what became of each in every lane, and what was done meanwhile.
import { stateAt, histories, marksOf, numbersOf, rowsByLane, zonesOf } from '../indexing.js';
import { Lane } from './lane.js';

/** A letter is looked at so long, µs. */
const LOOK = 3e6;
/** Kinds that are rare are looked at less often: how many looks until they may be next. */
const SELDOM = { 3: 3, 4: 5 };

/**
 * Indexes a decoded timeline once; every question about an instant is cheap afterwards.
 * @param {import('../../timeline/decode.js').Timeline} timeline
 */
export function runOf(timeline) {
  const { shared, durationMicros, facts, dictionaries, scenario } = timeline,
    number = numbersOf(facts),
    { letters, connections } = shared;
  /** @type {Object<string, any>} */
  const run = {
    durationMicros,
    scenario,
    facts,
    paces: [0.25, 1, 4, 16],
    pace: 1,
    at: Float64Array.from(letters.columns.atMicros),
    sender: letters.columns.sender,
    service: letters.columns.service,
    connection: letters.columns.connection,
    asks: Array.from(letters.columns.ask, ask => dictionaries.ask[ask]),
    port: connections.columns.port,
    connectionSender: connections.columns.sender,
    services: facts.services,
    servicePort: facts.servicePort.map(Number),
    zones: zonesOf(facts),
    senders: sendersOf(facts),
    targets: targetsOf(facts),
    addresses: facts.addresses,
    rules: facts.rules,
    ttlMicros: number('ttlMicros'),
    patience: number('connectTimeoutMicros'),
    streak: number('healthyThreshold'),
  };
  run.events = run.at;
  run.marks = merged(marksOf(shared.marks, dictionaries.kind), shared.marks.columns.lane);
  Object.assign(run, statesOf(run, run.marks));
  const rows = rowsByLane(shared, ['names', 'health', 'threads'], timeline.lanes.length);
  run.lanes = timeline.lanes.map(
    (table, index) =>
      new Lane(run, {
        index,
        balancer: facts.lanes[index],
        table,
        dictionaries,
        idleMicros: Number(facts.idleMicros[index]),
        crossZone: facts.crossZone[index] === 'on',
        rows: rows[index],
      }),
  );
  run.looks = looksOf(run);
  run.ruleOrder = shared.ruleOrder
    ? histories({ ...shared.ruleOrder, from: 0, to: shared.ruleOrder.rows }, run.rules.length, 'rule', ({ priority }, i) => priority[i])
    : [];
  return run;
}

/** What happens to several lanes at once is one mark. */
function merged(marks, lanes) {
  const all = [];
  marks.forEach((mark, i) => {
    const same = all.find(each => !each.person && each.atMicros === mark.atMicros && each.kind === mark.kind && each.subject === mark.subject);
    if (same) same.lanes.push(lanes[i]);
    else all.push({ ...mark, lanes: lanes[i] < 0 ? [] : [lanes[i]] });
  });
  return all;
}

/** Who sends: the kind, the row of the stage, the place in it. */
function sendersOf({ senders, senderRow, senderAddress, senderZone }) {
  const places = new Map();
  return senders.map((kind, id) => {
    const row = Number(senderRow[id]),
      slot = places.get(row) ?? 0;
    places.set(row, slot + 1);
    return { id, kind, row, slot, address: senderAddress[id], inside: Number(senderZone[id]) >= 0 };
  });
}

/** The servers: each with its service, its zone, and its place among those of both. */
function targetsOf({ targets, targetService, targetZone, targetAddress }) {
  const places = new Map();
  return targets.map((name, id) => {
    const service = Number(targetService[id]),
      zone = Number(targetZone[id]),
      slot = places.get(`${service} ${zone}`) ?? 0;
    places.set(`${service} ${zone}`, slot + 1);
    return { id, name: name.replace('-', ''), service, zone, slot, address: targetAddress[id] };
  });
}

/** What persons did: zones, servers and gates as histories. */
function statesOf({ zones, targets, services, facts }, marks) {
  const made = (count, first) => Array.from({ length: count }, () => ({ at: [-1], states: [first] })),
    set = (history, mark, state) => (history.at.push(mark.atMicros), history.states.push(state)),
    dark = made(zones.length, false),
    stopped = made(targets.length, false),
    shut = made(services.length, false),
    internal = made(1, facts.scheme[0] === 'internal');
  const does = {
    'fail-zone': mark => set(dark[mark.subject], mark, true),
    'repair-zone': mark => set(dark[mark.subject], mark, false),
    stop: mark => set(stopped[mark.subject], mark, true),
    start: mark => set(stopped[mark.subject], mark, false),
    shut: mark => set(shut[mark.subject], mark, true),
    open: mark => set(shut[mark.subject], mark, false),
    'make-internal': mark => set(internal[0], mark, true),
    'make-public': mark => set(internal[0], mark, false),
  };
  for (const mark of marks) does[mark.kind]?.(mark);
  return {
    isDark: (zone, t) => zone >= 0 && stateAt(dark[zone], t),
    isStopped: (target, t) => stateAt(stopped[target], t),
    isShut: (service, t) => stateAt(shut[service], t),
    isInternal: t => stateAt(internal[0], t),
  };
}

/** The letters that are looked at, one after the other, kinds in turn and in every lane the same. */
function looksOf({ at, service }) {
  const letters = [],
    waited = { 3: 0, 4: 0 };
  let until = -Infinity;
  for (let i = 0; i < at.length; i++) {
    if (at[i] < until) continue;
    const seldom = SELDOM[service[i]];
    if (seldom && waited[service[i]] < seldom) continue;
    letters.push(i);
    for (const kind of [3, 4]) waited[kind]++;
    if (seldom) waited[service[i]] = 0;
    until = at[i] + LOOK;
  }
  return { letters, at: Float64Array.from(letters, i => at[i]) };
}

// A run of the failover lab: what its lanes share, what happened in each, and the marks on the bar of time.
import { upto } from '../../timeline/query.js';
import { slicesByLane } from '../../timeline/tables.js';
import { entranceOf } from './entrance.js';
import { Lane } from './lane.js';

/** Run seconds per viewer's second: slowed a hundred times, so that single commits can be followed, up to a minute a second. */
const PACES = [0.01, 0.25, 1, 3, 10],
  LONG_PACES = [0.01, 1, 3, 10, 60];
const LONG = 900e6;
const POINTS = 300;
/** Acknowledged writes are counted over the last four seconds. */
const WINDOW = 4e6;

/**
 * Indexes a decoded timeline once; every question about an instant is cheap afterwards.
 * @param {import('../../timeline/decode.js').Timeline} timeline
 */
export function runOf(timeline) {
  const { shared, durationMicros, facts, dictionaries, scenario } = timeline;
  const number = name => Number(facts[name]?.[0] ?? 0);
  /** @type {Object<string, any>} */
  const run = {
    durationMicros,
    scenario,
    paces: durationMicros > LONG ? LONG_PACES : PACES,
    pace: durationMicros > LONG ? 10 : 3,
    arrival: Float64Array.from(shared.requests.columns.arrivalMicros),
    client: shared.requests.columns.client,
    write: Uint8Array.from(shared.requests.columns.operation, o => (dictionaries.operation[o] === 'write' ? 1 : 0)),
    zones: facts.zones.map(zone => zone.replace('az-', '')),
    clients: number('clients'),
    caching: Math.min(number('clients'), number('cachingClients')),
    writeRate: Number(scenario.writeRate ?? 0),
    backupMicros: number('backupMicros'),
    dnsTtlMicros: number('dnsTtlMicros'),
    latencyMicros: number('azLatencyMicros'),
  };
  run.zoneStates = zoneStatesOf(shared.zones, dictionaries.zoneState, run.zones.length);
  /** The way in that is drawn: the first lane's. */
  run.entrance = entranceOf(run, timeline, 0);
  run.sameWayIn = scenario.healthCheck !== 'deep';
  const disturbances = disturbancesOf(shared.marks, dictionaries.kind);
  const tables = ['machines', 'clients', 'attempts', 'names', 'phases', 'losses', 'notes'].map(name => [
    name,
    slicesByLane(shared[name], timeline.lanes.length),
  ]);
  run.lanes = timeline.lanes.map(
    (table, index) =>
      new Lane(run, {
        index,
        topology: facts.lanes[index],
        table,
        dictionaries,
        documented: documentedOf(facts.documentedSeconds?.[index]),
        price: Number(facts.relativePrice?.[index] ?? 1),
        rows: Object.fromEntries(tables.map(([name, slices]) => [name, slices[index]])),
      }),
  );
  run.events = instantsOfWrites(run);
  run.marks = [...disturbances, ...(run.entrance?.marks ?? []), ...run.lanes.flatMap(lane => lane.marks)].sort((a, b) => a.atMicros - b.atMicros);
  for (const lane of run.lanes) lane.series = acknowledgedPerSecond(run, lane);
  run.highest = Math.max(run.writeRate, ...run.lanes.flatMap(lane => lane.series));
  run.mostRows = Math.max(...run.lanes.map(lane => lane.slots.length));
  return run;
}

/** Each zone's states: `at` ascending and what holds from then on: up, dark or cut. */
function zoneStatesOf({ rows, columns }, names, count) {
  const zones = Array.from({ length: count }, () => ({ at: [-1], states: ['up'] }));
  for (let i = 0; i < rows; i++) {
    zones[columns.zone[i]].at.push(columns.atMicros[i]);
    zones[columns.zone[i]].states.push(names[columns.zoneState[i]]);
  }
  return zones;
}

export const zoneAt = (run, zone, t) => run.zoneStates[zone].states[upto(run.zoneStates[zone].at, t) - 1];

function disturbancesOf({ rows, columns }, kinds) {
  return Array.from({ length: rows }, (_, i) => ({
    atMicros: columns.atMicros[i],
    kind: kinds[columns.kind[i]],
    subject: columns.subject[i],
    value: columns.value[i] / 1000,
    person: true,
  }));
}

/** "60-120" → { min: 60, max: 120 }; nothing documented → null. */
function documentedOf(text) {
  const parts = /^([\d.]+)-([\d.]+)$/.exec(text ?? '');
  return parts ? { min: Number(parts[1]), max: Number(parts[2]) } : null;
}

function instantsOfWrites(run) {
  return run.arrival.filter((_, i) => run.write[i]);
}

function acknowledgedPerSecond(run, lane) {
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const t = (run.durationMicros * i) / POINTS,
      window = Math.min(WINDOW, Math.max(1e6, t));
    return ((upto(lane.acks, t) - upto(lane.acks, t - window)) / window) * 1e6;
  });
}

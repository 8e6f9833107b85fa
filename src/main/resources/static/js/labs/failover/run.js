// A run of the failover lab: what its lanes share, what happened in each, and the marks on the bar of time.
import { upto } from '../../timeline/query.js';
import { alongTheRun, histories, marksOf, numbersOf, rowsByLane, stateAt, zonesOf } from '../indexing.js';
import { entranceOf } from './entrance.js';
import { Lane } from './lane.js';

/** Run seconds per viewer's second: slowed a hundred times, so that single commits can be followed, up to a minute a second. */
const PACES = [0.01, 0.25, 1, 4, 10],
  LONG_PACES = [0.01, 1, 4, 10, 60];
const LONG = 900e6;
const POINTS = 300;
/** Acknowledged writes are counted over the last four seconds. */
const WINDOW = 4e6;

/**
 * Indexes a decoded timeline once; every question about an instant is cheap afterwards.
 * @param {import('../../timeline/decode.js').Timeline} timeline
 */
export function runOf(timeline) {
  const { shared, durationMicros, facts, dictionaries, scenario } = timeline,
    number = numbersOf(facts);
  /** @type {Object<string, any>} */
  const run = {
    durationMicros,
    scenario,
    paces: durationMicros > LONG ? LONG_PACES : PACES,
    pace: durationMicros > LONG ? 10 : 4,
    arrival: Float64Array.from(shared.requests.columns.arrivalMicros),
    client: shared.requests.columns.client,
    write: Uint8Array.from(shared.requests.columns.operation, o => (dictionaries.operation[o] === 'write' ? 1 : 0)),
    zones: zonesOf(facts),
    clients: number('clients'),
    caching: Math.min(number('clients'), number('cachingClients')),
    writeRate: Number(scenario.writeRate ?? 0),
    backupMicros: number('backupMicros'),
    dnsTtlMicros: number('dnsTtlMicros'),
    latencyMicros: number('azLatencyMicros'),
  };
  /** What each zone is: up, dark or cut. */
  run.zoneStates = histories(
    { ...shared.zones, from: 0, to: shared.zones.rows },
    run.zones.length,
    'zone',
    ({ zoneState }, i) => dictionaries.zoneState[zoneState[i]],
    ['up'],
  );
  /** The zone of a client that is cut off with it at t, or −1. */
  run.cutZoneOf = (client, t) => {
    const zone = Number(facts.clientZones?.[client] ?? -1);
    return zone >= 0 && zoneAt(run, zone, t) === 'cut' ? zone : -1;
  };
  /** The way in that is drawn: the first lane's. */
  run.entrance = entranceOf(run, timeline, 0);
  run.sameWayIn = scenario.healthCheck !== 'deep';
  const rows = rowsByLane(shared, ['machines', 'clients', 'attempts', 'names', 'phases', 'losses', 'outOfReach', 'notes'], timeline.lanes.length);
  run.lanes = timeline.lanes.map(
    (table, index) =>
      new Lane(run, {
        index,
        topology: facts.lanes[index],
        table,
        dictionaries,
        documented: documentedOf(facts.documentedSeconds?.[index]),
        price: Number(facts.relativePrice?.[index] ?? 1),
        rows: rows[index],
      }),
  );
  run.events = instantsOfWrites(run);
  const disturbances = marksOf(shared.marks, dictionaries.kind);
  run.marks = [...disturbances, ...(run.entrance?.marks ?? []), ...run.lanes.flatMap(lane => lane.marks)].sort((a, b) => a.atMicros - b.atMicros);
  for (const lane of run.lanes) lane.series = acknowledgedPerSecond(run, lane);
  run.highest = Math.max(run.writeRate, ...run.lanes.flatMap(lane => lane.series));
  run.mostRows = Math.max(...run.lanes.map(lane => lane.slots.length));
  return run;
}

export const zoneAt = (run, zone, t) => stateAt(run.zoneStates[zone], t);

/** "60-120" → { min: 60, max: 120 }; nothing documented → null. */
function documentedOf(text) {
  const parts = /^([\d.]+)-([\d.]+)$/.exec(text ?? '');
  return parts ? { min: Number(parts[1]), max: Number(parts[2]) } : null;
}

function instantsOfWrites(run) {
  return run.arrival.filter((_, i) => run.write[i]);
}

function acknowledgedPerSecond(run, lane) {
  return alongTheRun(run, POINTS, t => {
    const window = Math.min(WINDOW, Math.max(1e6, t));
    return ((upto(lane.acks, t) - upto(lane.acks, t - window)) / window) * 1e6;
  });
}

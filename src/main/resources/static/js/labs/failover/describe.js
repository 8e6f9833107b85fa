// Words for what is on the stage: for those who do not see it, and the log of decisions.
import { grouped } from '../../scene/numbers.js';
import { marksBetween } from '../../timeline/query.js';
import { markWords } from './scrubber.js';

/** What a glance at the stage tells at an instant, in a few sentences. */
export function describe(run, t, words) {
  const said = [words('say.at', (t / 1e6).toFixed(2))];
  for (const mark of marksBetween(run.marks, t - 6e6, t)) said.push(`${markWords(mark, run, words)}.`);
  if (run.entrance) said.push(wayInWords(run, t, words));
  for (const lane of run.lanes) {
    const counts = lane.countsAt(t),
      { acked, failed, lost, outOfReach, regained } = lane.summaryAt(t),
      promoted = lane.writerAt(t),
      other = lane.otherWriterAt(t),
      writer = promoted < 0 ? other : promoted;
    said.push(
      words(
        'say.lane',
        words(`option.${lane.topology}`),
        counts.connected,
        counts['old-address'],
        counts.retrying + counts.waiting + counts.down,
        grouped(acked),
        grouped(failed),
        grouped(lost),
      ),
    );
    if (outOfReach) said.push(words('say.out-of-reach', grouped(outOfReach)));
    if (regained) said.push(words('say.regained', grouped(regained)));
    said.push(
      writer < 0 ? words('say.no-writer') : words('say.writer', run.zones[lane.machineAt(writer, t).zone], grouped(lane.log.heldAt(writer, t))),
    );
    if (other >= 0 && other !== writer) said.push(words('say.other-writer', run.zones[lane.machineAt(other, t).zone]));
  }
  return said.join(' ');
}

function wayInWords(run, t, words) {
  const way = run.entrance,
    { users, out, atNode, atTarget } = way.summaryAt(t),
    listed = way.nodes.filter(zone => way.nodeAt(zone, t) !== 'delisted').map(zone => run.zones[zone]);
  return words(
    'say.way',
    listed.join(', '),
    grouped(users.through),
    grouped(users.waiting + users.failed + users['old-node']),
    grouped(out),
    grouped(way.targetZones.length),
    grouped(atNode),
    grouped(atTarget),
  );
}

/** The latest decisions on the way in up to t, oldest first, as those of a lane. */
export function wayDecisions(run, t, words, most = 3) {
  const { entrance } = run;
  return entrance
    .decisionsAt(t)
    .slice(-most)
    .map(({ atMicros, kind, subject }) => ({
      since: `+${((atMicros - entrance.fault) / 1e6).toFixed(1)}`, // nothing is decided here before a zone fails
      words: words(`way.why.${kind}`, run.zones[subject]),
      bad: kind === 'targets-out',
    }));
}

/** Notes whose value is a count; the value of all others is a time. */
const COUNTS = new Set([
  'backup',
  'caught-up',
  'deleted',
  'lost',
  'nothing-there',
  'promoted',
  'proxy-goes-on',
  'restarted',
  'restored',
  'still-old-address',
  'stopped-other',
]);
const BAD = new Set([
  'cannot-acknowledge',
  'crashed',
  'deleted',
  'host-failed',
  'lost',
  'no-copy-left',
  'nothing-there',
  'refused-no-standby',
  'stopped-other',
  'storage-failed',
  'two-primaries',
  'zone-cut',
  'zone-dark',
]);

/**
 * The latest decisions of a lane up to t, oldest first.
 * @returns {{since: string, words: string, bad: boolean}[]} `since` in seconds after the fault, or the run's time before any
 */
export function decisions(run, lane, t, words, most = 3) {
  const incident = lane.incidentAt(t),
    happened = lane.notes.filter((note, i, all) => note.at <= t && !repeated(note, all[i + 1], t)).slice(-most);
  return happened.map(note => {
    const fault = incident?.fault[0],
      since = fault !== undefined && note.at >= fault ? `+${((note.at - fault) / 1e6).toFixed(1)}` : (note.at / 1e6).toFixed(1);
    return { since, words: noteWords(run, lane, note, words), bad: BAD.has(note.note) };
  });
}

/** Of the same decision several times in a row, only the last is said. */
const repeated = (note, next, t) => next && next.at <= t && next.note === note.note;

function noteWords(run, lane, { note, machine, client, value, at }, words) {
  const amount = COUNTS.has(note) ? grouped(value) : (value / 1e6).toFixed(1),
    place = note.startsWith('zone-') ? value : machine >= 0 ? lane.machineAt(machine, at).zone : -1,
    zone = run.zones[place] ?? '';
  return words(`note.${note}`, machine + 1, client + 1, amount, zone);
}

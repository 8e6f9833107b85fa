// A diagnosis of the server as the stage reads it: instants in microseconds, targets by their place. What it does not tell is
// not known, and nothing here adds to it.
import { upto } from '../../timeline/query.js';

/** A way takes milliseconds; on the stage it takes as long as an eye needs. What ended meanwhile ends with it. */
export const FLIGHT = 1_100_000;

/** @typedef {{how: 'arrived'|'silent'|'refused'|'answered', seen: string, door: number|null}} End how and where a probe's line ends */

/**
 * @param {any} diagnosis as the API writes it: times in seconds
 * @param {string[]} places that can be opened, in order of the path
 */
export function runOf(diagnosis, places) {
  const micros = seconds => Math.round(seconds * 1e6),
    timed = list => list.map(each => ({ ...each, at: micros(each.at) })),
    targets = diagnosis.health.map(each => each.target),
    asked = list =>
      timed(list).map(each => ({ ...each, ends: Math.max(micros(each.until), each.at + FLIGHT), target: targets.indexOf(each.target) })),
    requests = asked(diagnosis.requests),
    inside = asked(diagnosis.inside ?? []),
    probes = timed(diagnosis.probes),
    opened = timed(diagnosis.opened),
    repairs = timed(diagnosis.repairs),
    run = {
      ...diagnosis,
      durationMicros: micros(diagnosis.durationSeconds),
      pace: 1,
      paces: [0.25, 1, 4, 16],
      lanes: [{ index: 0 }],
      places,
      targets,
      requests,
      inside,
      ended: byEnd(requests),
      endedInside: byEnd(inside),
      health: diagnosis.health.map(each => ({ ...each, changes: timed(each.changes) })),
      probes,
      opened,
      repairs,
      solvedAt: diagnosis.solved ? micros(diagnosis.solvedAt) : Infinity,
      events: requests.map(each => each.at),
      marks: [
        ...probes.map(each => ({ atMicros: each.at, kind: 'probe', person: true })),
        ...repairs.map(each => ({ atMicros: each.at, kind: 'repair', person: true })),
      ].sort((a, b) => a.atMicros - b.atMicros),
    };
  return run;
}

const byEnd = list => [...list].sort((a, b) => a.ends - b.ends);

/** The latest of a list in order of time, undefined before the first. */
const latest = (list, t) => list.findLast(each => each.at <= t);

/** The newest answer that came to the browser, and how many of those that ended were answered. */
export const browserAt = (run, t) => endedAt(run.ended, t);

/** The same of what the targets themselves ask their balancer by its name; of none where they do not. */
export const insideAt = (run, t) => endedAt(run.endedInside, t);

function endedAt(ended, t) {
  const done = ended.slice(0, upto(ended.map(each => each.ends), t));
  return { last: done.at(-1), answered: done.filter(each => each.outcome === 'ok').length, of: done.length };
}

/** What the balancer believes of a target; undefined before it has asked. */
export const healthAt = (run, target, t) => latest(run.health[target].changes, t);

/** The newest probe of a kind, undefined where nobody asked yet. */
export const probeAt = (run, id, t) => latest(run.probes.filter(each => each.id === id), t);

/** Asked before the last repair: it fades, and is not taken back. */
export const isOld = (run, probe, t) => run.repairs.some(each => each.at > probe.at && each.at <= t);

/** What was seen when a place was opened; undefined before. */
export const openedAt = (run, place, t) => latest(run.opened.filter(each => each.place === place), t);

/** What a place is set to, as far as it is known: since the last repair what was chosen then, before that what was seen there. */
export const valueAt = (run, place, t) =>
  latest(run.repairs.filter(each => each.place === place), t)?.value ?? openedAt(run, place, t)?.chosen;

/** The instant of the last repair, 0 before the first: what the browser showed before says nothing about what is now. */
export const mendedAt = (run, t) => latest(run.repairs, t)?.at ?? 0;

/**
 * The doors' addresses as far as they have been seen, null else: who asks the name is told them, and so is who opens it. Another
 * scheme is another balancer, whose addresses are others.
 * @returns {(string|null)[]}
 */
export function addressesAt(run, t) {
  const asked = probeAt(run, 'client', t),
    made = latest(run.repairs.filter(each => each.place === 'scheme'), t);
  if (made) return run.doors.map((_, door) => (asked?.at > made.at ? (answeredTo(asked)[door] ?? null) : null));
  return run.doors.map(({ address }) => (run.solved || asked || openedAt(run, 'scheme', t) ? address : null));
}

/** What the name answered. */
const answeredTo = probe => probe.lines.map(({ text }) => text).filter(text => /^\d+(\.\d+){3}$/.test(text));

/** Whether the balancer is known to stand behind the wall, with no way in from outside. */
export function isInside(run, t) {
  const made = latest(run.repairs.filter(each => each.place === 'scheme'), t);
  return made ? made.value.startsWith('internal') : addressesAt(run, t).some(address => address?.startsWith('10.'));
}

/**
 * Whether a place may be shown as broken: somebody opened it and it said so, or the case is solved and it was not mended yet.
 * @returns {boolean}
 */
export function isBroken(run, place, t) {
  const mended = run.repairs.some(each => each.place === place && !each.vain && each.at <= t);
  if (mended) return false;
  return run.solved ? (run.told ?? []).some(each => each.place === place) : Boolean(openedAt(run, place, t)?.broken);
}

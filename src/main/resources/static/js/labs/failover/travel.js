// What moves between clients and machines: requests on their way, and those that knock at a silent gate.
import { mix } from '../../scene/ease.js';
import { upto } from '../../timeline/query.js';
import { stateAt } from '../indexing.js';
import { floors, machines, middle, name, other, step, writer } from './facts.js';
import { boardOf, pointOn, wireFrom } from './ways.js';

/**
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** @type {import('../../scene/stage.js').Part} */
export const requests = {
  name: 'requests',
  read: { floors, machines, middle, name, other, step, writer },
  draw(pen, now) {
    drawTravelling(pen, now);
    drawKnocking(pen, now);
  },
};

/** Most requests that are drawn on their way at one time. */
const MOST = 60;

/**
 * Requests between client and machine: a disc writes, a ring reads. They reach the gate when the machine has them.
 * @param {Pen} pen
 * @param {Now} now
 */
function drawTravelling(pen, now) {
  const { run, lane, L } = now,
    { c } = pen,
    { columns } = lane,
    takes = now.step * 2.2,
    from = upto(run.arrival, now.t - takes - 2e6),
    to = upto(run.arrival, now.t + takes);
  let drawn = 0;
  for (let i = to - 1; i >= from && drawn < MOST; i--) {
    const machine = columns.machine[i];
    if (machine < 0 || columns.sentMicros[i] < 0 || now.machines[machine] === undefined) continue;
    const reached = run.arrival[i] + reachedAfter(lane, i, machine, run.latencyMicros),
      left = Math.min(run.arrival[i] + columns.sentMicros[i], reached - takes),
      u = (now.t - left) / (reached - left);
    if (u < 0 || u >= 1 || reached - left > 3 * takes + 1e5) continue;
    drawn++;
    const [x, y] =
      u < 0.42
        ? [mix(wireFrom(L), L.post - boardOf(L, lane) - 4, u / 0.42), now.middle]
        : u > 0.5
          ? pointOn(L, lane, now, machine, (u - 0.5) / 0.5)
          : [-9, 0];
    if (x < 0) continue;
    pen.means(run.write[i] ? 'write' : 'read');
    if (run.write[i]) pen.disc(x, y, L.narrow ? 2 : 2.4, c.req);
    else pen.ring(x, y, L.narrow ? 1.6 : 2, c.reqSoft, 1.2);
  }
}

/** µs from the arrival until the machine had the request: for a write its log says so. */
function reachedAfter({ columns }, i, machine, latency) {
  const logged = columns[`log${machine}Micros`]?.[i] ?? -1;
  return logged >= 0 ? logged : columns.sentMicros[i] + latency;
}

const LINGER = 500_000; // µs that a refused attempt stays drawn as a cross

/** Ochre rings before a gate that does not answer; crosses where an attempt just failed. @param {Pen} pen  @param {Now} now */
function drawKnocking(pen, now) {
  const { lane, L, t } = now,
    crowd = new Map();
  lane.clients.forEach((history, i) => {
    const { state, machine } = stateAt(history, t);
    let kind = null,
      at = machine;
    if (state === 'waiting') kind = 'waits';
    else if (state !== 'connected' && state !== 'down') {
      const attempts = lane.attempts[i],
        last = attempts.states[upto(attempts.at, t) - 1];
      if (last && last.machine >= 0 && last.result !== 'connected' && t < last.end + LINGER) {
        kind = t > last.end ? 'failed' : last.end - last.at > 1e5 ? 'waits' : null;
        at = last.machine;
      }
    }
    if (!kind) return;
    if (at < 0) at = now.name.machine;
    if (!crowd.has(at)) crowd.set(at, []);
    crowd.get(at).push(kind);
  });
  const most = L.narrow ? 5 : 12;
  for (const [machine, kinds] of crowd) {
    if (!now.machines[machine]) continue;
    const shown = kinds.sort().reverse().slice(0, most),
      gap = Math.min(L.narrow ? 0.17 : 0.105, 0.76 / shown.length);
    shown.forEach((kind, place) => {
      const [x, y] = pointOn(L, lane, now, machine, Math.max(0.1, 0.84 - place * gap));
      pen.means(kind === 'failed' ? 'retrying' : 'waiting');
      if (kind === 'failed') pen.cross(x, y, L.narrow ? 2 : 2.6, pen.c.failMark, 1.6);
      else pen.ring(x, y, L.narrow ? 2 : 2.8, pen.c.slowMark, 1.5, pen.c.paper);
    });
  }
}

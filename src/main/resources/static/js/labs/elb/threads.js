// Kept connections: where a thread ends tells who keeps it. A balancer that opens letters keeps it itself, at its door; one that
// only reads envelopes has it run through to a server.
import { bezier } from '../../scene/ease.js';
import { behind, doors, inside, middle, rows, toDoor, toGate, trace } from './facts.js';
import { boxX } from './layout.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** @type {import('../../scene/stage.js').Fact} */
const kept = ({ lane, t }) => lane.threadsAt(t);

/** @type {Part} */
export const threads = {
  name: 'threads',
  read: { rows, doors, inside, middle, kept },
  draw(pen, now) {
    const drawn = new Set();
    for (const thread of now.kept) drawThread(pen, now, thread, drawn);
  },
  touch(now, x, y) {
    const { L, kept, lane, run, rows, doors, inside } = now;
    if (x > L.wall - L.tagR - 4 || lane.single) return null;
    for (const { connection, node } of kept) {
      const curve = toDoor(L, rows, doors, run.senders[run.connectionSender[connection]], node, lane, inside);
      for (let u = 0.1; u <= 0.95; u += 0.05) {
        const px = bezier(curve[0], curve[2], curve[4], curve[6], u),
          py = bezier(curve[1], curve[3], curve[5], curve[7], u);
        if (Math.abs(px - x) < 5 && Math.abs(py - y) < 4) return { kind: 'connection', connection };
      }
    }
    return null;
  },
};

/** Threads that lie on one another are painted once. @param {Pen} pen  @param {Now} now */
function drawThread(pen, now, { connection, node, target }, drawn) {
  const { run, L, lane, rows, doors, middle, inside } = now,
    { c } = pen,
    sender = run.senders[run.connectionSender[connection]],
    first = `${sender.id} ${node}`;
  pen.means('thread');
  if (!drawn.has(first)) {
    drawn.add(first);
    trace(pen, toDoor(L, rows, doors, sender, node, lane, inside), c.rule2, 1);
  }
  if (target < 0 || lane.single) return;
  const second = `${node} ${target}`;
  if (drawn.has(second)) return;
  drawn.add(second);
  const to = run.targets[target];
  pen.means('thread-through');
  const start = behind(L, now, lane, node, target, 0.2),
    desk = [L.desk, middle];
  pen.line(start[0], start[1], desk[0], desk[1], c.edge, 1.2);
  pen.line(L.desk, middle, L.fanFrom, middle, c.edge, 1.2);
  trace(pen, toGate(L, rows, middle, to.service), c.edge, 1.2);
  pen.line(L.gate, rows[to.service], boxX(L, to) - L.boxW / 2 - 1, rows[to.service], c.edge, 1.2);
}

// Kept connections. Where a line ends tells who keeps it: an opened letter's at the door, a sealed one's runs through to its target.
import { threads as kept, ways } from './facts.js';
import { toDoor, traceThrough, traceToDesk, traceToDoor } from './ways.js';

/** @typedef {import('../../scene/stage.js').Part} Part */

/** @type {Part} */
export const threads = {
  name: 'threads',
  read: { ways, threads: kept },
  draw(pen, { run, lane, L, ways, threads }) {
    const { g, c } = pen,
      traced = (sign, color, width, trace) => {
        pen.means(sign);
        g.strokeStyle = color;
        g.lineWidth = width;
        g.beginPath();
        trace();
        g.stroke();
      };
    // what is thin first: all of one look in one stroke
    if (!lane.single)
      traced('', c.rule2, 1, () => ways.doors.forEach((_, node) => !ways.dark[node] && traceToDesk(pen, L, ways, node)));
    traced('thread', c.edge, 1, () => {
      for (let row = 0; row < 5; row++)
        for (let node = 0; node < 2; node++) if (threads[row * 2 + node] > 0) traceToDoor(pen, L, ways, row, node);
    });
    if (lane.single) return;
    const through = (long, color, width) =>
      traced('thread-through', color, width, () => {
        for (let node = 0; node < run.zones.length; node++)
          for (const target of run.targets)
            if (threads[10 + (node * run.targets.length + target.index) * 2 + long] > 0) traceThrough(pen, L, ways, node, target);
      });
    through(0, c.rule2, 1.2);
    through(1, c.edge, 1.4);
  },
  touch({ lane, L, ways, threads, t }, x, y) {
    if (x > ways.nodeX - L.tag - 6 || x < Math.min(...ways.edges) + 8) return null;
    for (let row = 0; row < 5; row++)
      for (let node = 0; node < 2; node++) {
        if (!(threads[row * 2 + node] > 0)) continue;
        for (let u = 0.1; u < 0.95; u += 0.04) {
          const [px, py] = toDoor(L, ways, row, node, u);
          if (Math.hypot(px - x, py - y) < 5) {
            const connection = lane.connectionAt(row, node, t);
            return connection < 0 ? null : { kind: 'connection', connection };
          }
        }
      }
    return null;
  },
};

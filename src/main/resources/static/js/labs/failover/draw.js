// The stage: draw(context, run, L, t, player) paints the instant t and remembers nothing, so that scrubbing looks like
// playing. Of the player it asks the speed: milliseconds are drawn as long as an eye needs at that speed, and true to time
// in slow motion.
import { stateAt } from '../indexing.js';
import { floorOf, floorsOf, penOf } from './layout.js';
import { drawClients, drawSignpost } from './clients.js';
import { drawHead } from './head.js';
import { drawLines, drawPhaseWords } from './lines.js';
import { drawKnocking, drawTravelling } from './travel.js';
import { drawWayIn } from './way-in.js';
import { drawZones } from './zones.js';
import { drawCommits, drawGate, drawLosses } from './commits.js';

/** A step of a commit is drawn at least this long, in µs of the viewer's time. */
const SEEN = 80_000;

/**
 * @param {CanvasRenderingContext2D} context counting in CSS pixels
 * @param {object} run from runOf
 * @param {object} L from layout
 * @param {number} t instant in microseconds
 * @param {{speed: number}} player run seconds per viewer's second
 */
export function draw(context, run, L, t, { speed }) {
  const pen = penOf(context, L);
  context.clearRect(0, 0, L.W, L.H);
  drawWayIn(pen, run, L, t, SEEN * speed);
  drawColumnWords(pen, L);
  run.lanes.forEach((lane, index) => {
    const y = L.top + index * L.laneH,
      floors = floorsOf(L, lane, y),
      machines = lane.machines.map((history, m) => ({
        ...stateAt(history, t),
        y: floors[floorOf(lane, m, t)],
        gone: lane.unreachable(stateAt(history, t), t),
      }));
    const now = {
      t,
      y,
      floors,
      machines,
      middle: y + L.head + 1.5 * L.rowH,
      writer: lane.writerAt(t),
      name: lane.proxied ? (lane.primaries.findLast(turn => turn.at <= t) ?? lane.nameAt(t)) : lane.nameAt(t),
      counts: lane.countsAt(t),
      summary: lane.summaryAt(t),
      step: SEEN * speed,
      newest: lane.log.newestAt(t),
    };
    pen.fill(0, Math.round(y), L.W, 1, pen.c.rule);
    drawHead(pen, lane, L, now);
    drawClients(pen, run, lane, L, now);
    drawSignpost(pen, run, lane, L, now);
    drawZones(pen, run, lane, L, now);
    drawLosses(pen, run, lane, L, now);
    drawCommits(pen, lane, L, now);
    drawGate(pen, lane, L, now);
    drawTravelling(pen, run, lane, L, now);
    drawKnocking(pen, lane, L, now);
    drawLines(pen, run, lane, L, now);
  });
}

/** The names of the columns stand once, on top. */
function drawColumnWords(pen, L) {
  const { words } = L,
    color = pen.c.ink3,
    y = L.above + 8;
  pen.text(words('column.clients'), 0, y, { color });
  if (L.narrow) {
    pen.text(words('column.zones.short'), L.from, y, { color });
    pen.text(words('column.lost'), L.W, y, { color, align: 'right' });
    return;
  }
  pen.text(words('column.name'), L.post - 4, y, { color, align: 'center' });
  pen.text(words('column.zones'), L.from + 4, y, { color });
  drawPhaseWords(pen, L, y);
}

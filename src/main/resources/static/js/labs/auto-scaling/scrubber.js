// The bar of time is a chart: demand and every lane's capacity in service over the whole run, flags and rings, the playhead.
// The future is faint, and not drawn at all while a guess is open.
import { clamp } from '../../scene/ease.js';
import { DASHES } from '../../scene/pen.js';
import { drawTimebar, lanesOf } from '../../scene/timebar.js';
import { markWords } from './describe.js';
import { rate } from './run.js';
import { clockOf, clockStep } from './time.js';

const DAY = 86400e6;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Object<string, any>} run
 * @param {{width: number, height: number}} size
 * @param {object} look palette and words, as for layout()
 * @param {boolean} withheld the future is not to be seen yet
 */
export function drawScrubber(context, run, size, look, t, withheld = false) {
  const most = mostOf(run),
    { words } = look,
    heightIn =
      ({ base, top }) =>
      perSecond =>
        base - clamp(perSecond / most, 0, 1) * (base - top);
  drawTimebar(context, run, size, look, t, withheld, {
    markWords: mark => markWords(mark, run, words),
    times: (pen, { W, base, x }) => drawTimes(pen, run, W, base, x, words),
    lines(pen, bar, alpha) {
      const y = heightIn(bar);
      pen.g.globalAlpha = alpha === 1 ? 0.55 : 0.2;
      pen.means('demand-ahead');
      drawDemand(pen, run, bar.W, bar.base, y);
      pen.g.globalAlpha = alpha;
      pen.means('capacity-ahead');
      lanesOf(run, look).forEach(lane => drawCapacity(pen, run, lane, bar.W, y));
      pen.g.globalAlpha = 1;
    },
    over(pen, bar) {
      const { x } = bar,
        y = heightIn(bar);
      pen.means('capacity-ahead');
      lanesOf(run, look).forEach(lane => pen.tag(x(t), y(lane.capacityAt(t) * run.capacity) - shift(lane), lane.index, 4.2, false));
      drawWords(pen, run, look, bar, y);
    },
  });
}

/** What the line and the surface are, side by side where the lines leave room: a bar on a phone is too low for each at its own. */
function drawWords(pen, run, look, bar, y) {
  const { c } = pen,
    color = c.ink3,
    capacity = look.words('scrub.capacity'),
    demand = look.words('scrub.demand'),
    second = 2 + 16 + pen.width(capacity) + 12,
    at = roomFor(run, look, bar, y, second + 13 + pen.width(demand));
  pen.means('capacity-ahead');
  pen.fill(2, at - 1, 12, 1.6, color);
  pen.halo(capacity, 18, at, { color });
  pen.means('demand-ahead');
  pen.fill(second, at - 4, 9, 8, c.rule2);
  pen.halo(demand, second + 13, at, { color });
}

/** The highest middle of a line of words that keeps its distance from every line above the first pixels; else the farthest from all. */
function roomFor(run, look, { W, top, base }, y, width) {
  const levels = [];
  for (let px = 0; px <= width; px += 4) {
    const micros = Math.min(run.durationMicros - 1, (px / W) * run.durationMicros);
    levels.push(y(rate(run, Math.min(run.demand.length - 1, Math.floor(micros / run.slotMicros)))));
    lanesOf(run, look).forEach(lane => levels.push(y(lane.capacityAt(micros) * run.capacity) - shift(lane)));
  }
  let best = { at: 0, free: -1 };
  for (let at = top - 5; at <= base - 8 && best.free < FREE; at++) {
    const free = Math.min(...levels.map(level => Math.abs(level - at)));
    if (free > best.free) best = { at, free };
  }
  return best.at;
}

/** From the middle of a line of words to a line beside it. */
const FREE = 10;

/** Lanes of the same capacity lie beside each other. */
const shift = lane => (lane.index - 1) * 1.1;

function mostOf(run) {
  run.mostCapacity ??=
    Math.max(
      run.peakRate,
      ...run.lanes.map(lane => {
        let most = 0;
        for (let i = 0; i < run.demand.length; i += 12) most = Math.max(most, lane.capacityAt(i * run.slotMicros));
        return most * run.capacity;
      }),
    ) * 1.04;
  return run.mostCapacity;
}

function drawDemand(pen, run, W, base, y) {
  const { g, c } = pen,
    rows = run.demand.length;
  g.fillStyle = c.rule2;
  g.beginPath();
  g.moveTo(0, base);
  for (let px = 0; px <= W; px += 2) {
    const from = Math.floor((px / W) * rows),
      to = Math.max(from + 1, Math.floor(((px + 2) / W) * rows));
    let sum = 0,
      n = 0;
    for (let i = from; i < Math.min(to, rows); i++, n++) sum += rate(run, i);
    if (n) g.lineTo(px, y(sum / n));
  }
  g.lineTo(W, base);
  g.fill();
}

function drawCapacity(pen, run, lane, W, y) {
  const { g } = pen;
  g.strokeStyle = pen.lane(lane.index);
  g.lineWidth = 1.6;
  g.setLineDash(DASHES[lane.index]);
  g.beginPath();
  let before = null;
  for (let px = 0; px <= W; px++) {
    const level = y(lane.capacityAt(Math.min(run.durationMicros - 1, (px / W) * run.durationMicros)) * run.capacity) - shift(lane);
    if (before === null) g.moveTo(px, level);
    else if (level !== before) {
      g.lineTo(px, before);
      g.lineTo(px, level);
    }
    before = level;
  }
  g.lineTo(W, before);
  g.stroke();
  g.setLineDash([]);
}

/** Hours on the clock; days where there are several. */
function drawTimes(pen, run, W, base, x, words) {
  pen.means('');
  const { c } = pen,
    length = run.durationMicros,
    step = clockStep(length, W < 500 ? 4 : 8),
    several = length > DAY,
    name = at => (several ? `${words(`day.${Math.floor(at / DAY) % 7}`)}${step % DAY ? ` ${clockOf(at)}` : ''}` : clockOf(at)),
    last = several ? '' : length === DAY ? '24:00' : clockOf(length, run.short && step < 60e6);
  pen.fill(0, base, W, 1, c.rule2);
  for (let at = 0; at <= length; at += step) {
    pen.fill(Math.min(W - 1, Math.round(x(at))), base, 1, 4, c.rule2);
    if (x(at) < W - pen.width(last || name(at)) - 14)
      pen.text(name(at), x(at), base + 11, { color: c.ink3, align: at === 0 ? 'left' : 'center' });
  }
  if (last) pen.text(last, W, base + 11, { color: c.ink3, align: 'right' });
}

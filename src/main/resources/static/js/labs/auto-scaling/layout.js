// Where everything stands on the stage: the paper of the recorder, the fleet that is there now, who is in which state, and the
// numbers. A row of paper is what one instance can do.
import { clamp } from '../../scene/ease.js';

/** px: all lanes together, so that stage and transport share a screen of 900 px; four lanes need a little more. */
const ROOM = 556,
  ROOM_OF_FOUR = 640;
const MOST_UNIT = 14;

/** Two arrangements: wide, and narrow (under 640 px: figures move over the paper, the list of states goes). */
export function layout(run, { width: W }, look) {
  const lanes = run.lanes.length,
    L = W < 640 ? narrow(W, lanes) : wide(W, lanes),
    u = Math.min(MOST_UNIT, L.chart / (run.mostRows * 1.04)),
    laneH = L.head + L.chart + L.act + L.met + L.gap;
  return { ...L, ...look, W, u, laneH, lanes, H: L.top + lanes * laneH + 12, win: run.paperMicros, ground: look.palette.paper };
}

function wide(W, lanes) {
  const [head, act, met, gap] = [31, 25, 31, 7],
    x1 = Math.round(W * 0.583);
  return {
    narrow: false,
    top: 24,
    head,
    act,
    met,
    gap,
    chart: clamp((lanes > 3 ? ROOM_OF_FOUR : ROOM) / lanes - head - act - met - gap, 50, 150),
    x0: 36,
    x1,
    now0: x1 + 20,
    nowW: 56,
    figures: lanes > 3 ? 14 : head, // where list and numbers begin
    list: x1 + 131,
    numbers: W - 124,
    tag: 9.5,
  };
}

function narrow(W, lanes) {
  return {
    narrow: true,
    top: 0,
    head: 49,
    act: 22,
    met: 24,
    gap: 10,
    chart: lanes > 3 ? 62 : 76,
    x0: 31,
    x1: W - 62,
    now0: W - 50,
    nowW: 50,
    tag: 7.5,
  };
}

/** Heights within the lane whose top is y. */
export const baseOf = (L, y) => y + L.head + L.chart;
export const heightOf = (L, y, n) => baseOf(L, y) - n * L.u;

/** µs of the run on a pixel of paper. */
export const perPixel = L => L.win / (L.x1 - L.x0);

/** Where instant m of the run lies on the paper while t is now. */
export const paperX = (L, t, m) => L.x1 - ((t - m) / L.win) * (L.x1 - L.x0);

/** The thing at a point of the stage: a box of the fleet (its zone), or the rest of what is there now; null elsewhere. */
export function touchAt(L, run, x, y, t) {
  const index = Math.floor((y - L.top) / L.laneH),
    lane = run.lanes[index];
  if (!lane || x < L.now0 - 4 || x > L.now0 + L.nowW + 4) return null;
  const top = L.top + index * L.laneH,
    height = baseOf(L, top) - y;
  if (height < -L.act || height > L.chart + 6) return null;
  const stack = lane.rows.stackAt(t);
  let under = 0;
  for (const { zone, unit } of stack) {
    under += unit * L.u;
    if (height >= 0 && height < under) return { kind: 'box', zone, lane: index };
  }
  return { kind: 'group', lane: index };
}

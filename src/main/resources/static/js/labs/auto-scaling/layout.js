// The arrangement that the parts stand in: the recorder's paper, the fleet that is there now, who is in which state, and the
// numbers. A row of paper is what one instance can do. Two: wide, and narrow (under 640 px: figures move over the paper, the
// list of states goes). What is shown takes the room.
import { clamp } from '../../scene/ease.js';

/** @typedef {import('../../scene/stage.js').Layout} Layout */

/** px: all lanes together, where the page names no room; four lanes need a little more. */
const ROOM = 556,
  ROOM_OF_FOUR = 640,
  NARROW_ROOM = 420;
/** px: the highest that a row becomes, and that lanes become; larger where the page names its room or something is left out. */
const MOST_UNIT = 14,
  MOST_CHART = 150,
  MASKED = 2.6;
/** Share of the width at which the paper ends. */
const PAPER = 0.583;
/** px: the fleet with what stands beside it, the numbers, and what alarms need at least. */
const FLEET = 131,
  NUMBERS = 124,
  ALARMS = 280;
/** px between the demand in words and the signs of the numbers. */
const APART = 18;
/** px beside now: for the letter. */
const LETTER = 14;

const ON_PAPER = ['paper', 'activities', 'metric'];

/** @param {Layout} L */
export function frame(L, run) {
  const own = L.W < 640 ? narrow(L) : wide(L),
    most = own.chart / (run.mostRows * 1.04),
    grows = !L.whole || L.room;
  return {
    ...own,
    u: Math.min(grows ? MOST_UNIT * MASKED : MOST_UNIT, most),
    laneH: own.head + own.chart + own.act + own.met + own.gap,
    below: 12,
    win: L.whole || !L.shows('near') ? run.paperMicros : run.paperMicros / 3,
    ground: L.palette.paper,
  };
}

/** @param {Layout} L */
function wide({ W, shows, whole, lanes, room }) {
  const head = ['name', 'fleet', 'states', 'numbers'].some(shows) ? 31 : 12,
    act = ['activities', 'now', 'alarms'].some(shows) ? 25 : 6,
    met = ['metric', 'alarms'].some(shows) ? 31 : 0,
    gap = 7,
    all = room ?? (lanes.length > 3 ? ROOM_OF_FOUR : ROOM),
    x0 = ON_PAPER.some(shows) ? 36 : 0,
    x1 = whole ? Math.round(W * PAPER) : paperEnd(W, shows),
    // who stands alone takes all of the room
    nowW = ON_PAPER.some(shows) || !shows('fleet') ? 56 : Math.max(56, W - x1 - besides(W, shows) + 56);
  return {
    narrow: false,
    top: 24,
    head,
    act,
    met,
    gap,
    chart: clamp(all / lanes.length - head - act - met - gap, 50, whole && !room ? MOST_CHART : MOST_CHART * MASKED),
    x0,
    x1,
    now0: x1 + 20,
    nowW,
    figures: lanes.length > 3 ? 14 : head, // where list and numbers begin
    list: x1 + FLEET + nowW - 56,
    numbers: W - NUMBERS,
    tag: 9.5,
  };
}

/** px that stand right of now. */
function besides(W, shows) {
  const fleet = shows('fleet') ? FLEET : LETTER,
    states = shows('states') ? Math.max(110, W * (1 - PAPER) - FLEET - NUMBERS) : 0,
    needed = fleet + states + (shows('numbers') ? NUMBERS + (states ? 0 : APART) : 0);
  return shows('alarms') ? Math.max(ALARMS, needed) : needed;
}

const paperEnd = (W, shows) => (ON_PAPER.some(shows) ? Math.round(W - besides(W, shows)) : LETTER);

/** @param {Layout} L */
function narrow({ W, shows, whole, lanes, room }) {
  const head = shows('numbers') ? 49 : shows('name') ? 30 : 10,
    act = ['activities', 'now', 'fleet'].some(shows) ? 22 : 6,
    met = shows('metric') ? 24 : 0,
    gap = 10,
    usual = lanes.length > 3 ? 62 : 76,
    paper = ON_PAPER.some(shows),
    beside = shows('fleet') ? 62 : LETTER,
    x1 = paper || !shows('fleet') ? W - beside : LETTER;
  return {
    narrow: true,
    top: 0,
    head,
    act,
    met,
    gap,
    chart: whole && !room ? usual : clamp((room ?? NARROW_ROOM) / lanes.length - head - act - met - gap, usual, MOST_CHART * MASKED),
    x0: paper ? 31 : 0,
    x1,
    now0: x1 + 12,
    nowW: W - x1 - 12,
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

// The lab in small, for pages that lead to it: what arrived where it belonged, a bar a service, without words. A small real run.
import { Stage } from '../../scene/stage.js';
import { boxX } from './layout.js';
import { counts, doors, inside, middle, rows } from './facts.js';
import { letters } from './flights.js';
import { threads } from './threads.js';
import { walls } from './doors.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

const ROW = 9,
  GAP = 12;

const frame = ({ W }) => ({
  narrow: true,
  large: false,
  top: 0,
  head: 2,
  rowH: ROW,
  foot: GAP,
  laneH: 5 * ROW + GAP,
  sender: 4,
  senderR: 2.4,
  wall: W * 0.2,
  desk: W * 0.3,
  deskW: 10,
  fanFrom: W * 0.36,
  gate: W * 0.44,
  sign: W * 0.46,
  box: W * 0.48,
  pitch: 10,
  boxW: 8,
  gap: 3,
  mostA: 1,
  name: W,
  barFrom: W * 0.74,
  barTo: W - 2,
  letterW: 8,
  tagR: 4,
});

/** @type {Part} */
const servers = {
  name: 'targets',
  read: { rows, doors, inside, middle },
  draw(pen, { run, lane, L, rows, doors, middle }) {
    const { c } = pen;
    doors.forEach(y => {
      pen.fill(L.wall - 5, y - 5, 10, 10, c.paper);
      pen.tag(L.wall, y, lane.index, L.tagR, false);
    });
    if (lane.single) return pen.box(L.box, middle - 16, 18, 32, c.edge);
    return run.targets.forEach(target => {
      if (L.box + target.slot * L.pitch < L.barFrom - 12) pen.box(boxX(L, target) - 4, rows[target.service] - 3, 8, 6, c.edge);
    });
  },
};

/** @type {Part} */
const bars = {
  name: 'bars',
  read: { rows, counts },
  draw(pen, { L, rows, counts }) {
    const { c } = pen;
    counts.each.forEach(({ ok, bad }, service) => {
      const share = ok + bad ? ok / (ok + bad) : 0,
        w = L.barTo - L.barFrom;
      pen.box(L.barFrom, rows[service] - 2.5, w, 5, c.rule2);
      pen.fill(L.barFrom, rows[service] - 2.5, w * share, 5, c.ink2);
      if (bad) for (let x = L.barFrom + w * share + 4; x < L.barTo - 2; x += 7) pen.cross(x, rows[service], 1.6, c.failMark, 1);
    });
  },
};

const preview = new Stage(frame, [walls, threads, servers, letters, bars]);

/** The arrangement of a preview `width` pixels wide; its height is `H`: the first two lanes. */
export const previewLayout = (run, width, palette) => preview.layout(run, { width }, { palette, words: key => key }, { lanes: [0, 1] });

export const drawPreview = preview.draw;

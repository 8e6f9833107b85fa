// The lab in small, for pages that lead to it: the same run, without words. Letters on their way, and the bars of what was
// delivered right, those of one lane over those of the next: what one cannot deliver the other does.
import { Stage } from '../../scene/stage.js';
import { clamp } from '../../scene/ease.js';
import { upto } from '../../timeline/query.js';
import { counts } from './facts.js';
import { letter, strokes } from './marks.js';
import { FLIGHT, FLY } from './time.js';

/** @typedef {import('../../scene/stage.js').Part} Part */

const ROW = 11,
  GAP = 14;

const frame = ({ W }) => ({ top: 0, laneH: 5 * ROW + GAP, wall: W * 0.2, desk: W * 0.36, sign: W * 0.56, from: W * 0.6, to: W - 2 });

const rowY = (y, row) => y + GAP / 2 + (row + 0.5) * ROW;

/** @type {Part} */
const bars = {
  name: 'bars',
  read: { counts },
  draw(pen, { L, y, index, counts }) {
    const { c } = pen,
      mid = rowY(y, 2),
      h = ROW - 5;
    pen.fill(L.wall - 0.5, y + GAP / 2, 1, 5 * ROW, c.edge);
    pen.fill(L.wall - 6, mid - 6, 12, 12, c.paper);
    pen.tag(L.wall, mid, index, 5, false);
    for (let row = 0; row < 5; row++) {
      const at = rowY(y, row),
        n = counts.ok[row] + counts.bad[row],
        w = L.to - L.from,
        share = n ? counts.ok[row] / n : 0;
      strokes(pen, L.sign, at, row, 3.4, c.ink2);
      pen.box(L.from + 0.5, at - h / 2 + 0.5, w - 1, h - 1, c.rule2);
      pen.fill(L.from, at - h / 2, w * share, h, c.req);
      if (n) for (let x = L.to - 4; x > L.from + w * share + 2; x -= 7) pen.cross(x, at, 1.7, c.failMark, 1.1);
    }
  },
};

/** @type {Part} */
const flights = {
  name: 'flights',
  draw(pen, { run, lane, L, t, y }) {
    const mid = rowY(y, 2);
    for (let i = upto(run.at, t - FLIGHT), to = upto(run.at, t); i < to; i++) {
      if (i % run.stride) continue;
      const age = t - run.at[i],
        row = rowY(y, run.senders[run.sender[i]].row),
        isIn = age > FLY,
        u = clamp(isIn ? (age - FLY) / (FLIGHT - FLY) : age / FLY, 0, 1),
        service = run.service[i];
      if (!isIn) letter(pen, 2 + (L.wall - 12) * u, row + (mid - row) * u * u, 10, service, false);
      else if (lane.place(i) === 'target') {
        const target = run.targets[lane.columns.target[i]],
          to = target ? rowY(y, target.service) : mid;
        letter(pen, L.wall + 10 + (L.sign - L.wall - 18) * u, mid + (to - mid) * u, 10, service, lane.opens[service] && u > 0.2);
      }
    }
  },
};

const preview = new Stage(frame, [bars, flights]);

/** The arrangement of a preview `width` pixels wide; its height is `H`. */
export const previewLayout = (run, width, palette) => preview.layout(run, { width }, { palette }, { lanes: [0, 1] });

export const drawPreview = preview.draw;

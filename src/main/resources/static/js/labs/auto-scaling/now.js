// The pen of the recorder, with the lane's letter between what it sees and what it has.
import { baseOf } from './layout.js';

/** @type {import('../../scene/stage.js').Part} */
export const now = {
  name: 'now',
  draw(pen, { lane, L, y }) {
    pen.means('pen');
    pen.fill(L.x1 - 0.75, y + L.head - 6, 1.5, L.chart + L.act + L.met + 6, pen.c.jjok);
    pen.tag(L.x1, baseOf(L, y) + (L.narrow ? 11 : 13), lane.index, L.tag);
  },
};

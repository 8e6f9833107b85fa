// The head of a lane: who decides and how. Its figures stand there too, each written by the part that it belongs to.
import { summary } from './facts.js';
import { imbalanceWidth } from './figures.js';

/** @type {import('../../scene/stage.js').Part} */
export const name = {
  name: 'name',
  read: { summary },
  draw(pen, now) {
    const { lane, L, y, index } = now,
      { c } = pen,
      own = L.words(`option.${lane.strategy}`);
    pen.fill(0, Math.round(y), L.W, 1, c.rule);
    pen.means('lane');
    if (L.mode === 'narrow') {
      pen.tag(10, y + 15, index, 8.5);
      pen.text(own, 26, y + 16, { size: 15, color: c.ink, weight: 700 });
      return;
    }
    const middle = y + (L.dense ? 14 : 17),
      how = L.words(`option.${lane.strategy}.how`),
      from = pen.width(own, 15, 700) + 10;
    pen.text(own, 0, middle, { size: 15, color: c.ink, weight: 700 });
    if (from + pen.width(how, 13) + 16 < freeTo(pen, now)) pen.text(how, from, middle, { size: 13, color: c.ink3 });
  },
};

/** As far as no figure stands. @param {import('../../scene/pen.js').Pen} pen  @param {import('../../scene/stage.js').Now} now */
function freeTo(pen, { L, summary }) {
  if (L.shows('imbalance')) return L.queueTo - imbalanceWidth(pen, L, summary);
  return L.shows('times') ? L.distFrom : L.W - (L.shows('errors') ? 60 : 0);
}

// The places that can be opened, numbered as the list beside the stage numbers them.
import { spots } from './layout.js';
import { openedAt } from './run.js';

const R = 9,
  NEAR = 11, // px
  Y = 38;

/** @type {import('../../scene/stage.js').Part} */
export const numbers = {
  name: 'numbers',
  lay: (L, run) => ({ spots: spots(L, run.places) }),
  draw(pen, { L, run, t }) {
    const { c } = pen;
    L.spots.forEach((x, i) => {
      const opened = Boolean(openedAt(run, run.places[i], t));
      pen.means('number');
      pen.disc(x, Y, R, opened ? c.jjokWash : c.paper);
      pen.ring(x, Y, R, c.jjok, opened ? 1.8 : 1.1);
      pen.text(String(i + 1), x, Y + 0.8, { color: c.jjok, align: 'center', weight: opened ? 700 : 400 });
    });
  },
  touch({ L, run }, x, y) {
    const i = L.spots.findIndex(at => Math.hypot(x - at, y - Y) < NEAR);
    return i < 0 ? null : { kind: 'place', place: run.places[i] };
  },
};

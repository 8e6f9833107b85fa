// Who decides, and the ways to the targets.
import { last, lit, middle, rows, states } from './facts.js';

/** @typedef {import('../../scene/stage.js').Part} Part */

/**
 * Hairlines to every target; the chosen one darkens; one that the health check took out is dotted and barred at the
 * balancer.
 * @type {Part}
 */
export const ways = {
  name: 'requests',
  lay: ({ mode, at, shows, larger }) =>
    mode === 'wide'
      ? { arrivals: 0, balancer: at(0.13), fan: at(0.187), tag: 10.5 * larger }
      : { arrivals: 0, ...(shows('sees') ? { balancer: 46, fan: 70 } : { balancer: 62, fan: 92 }), tag: 9 * larger },
  read: { rows, middle, states, last, lit },
  draw(pen, { lane, L, rows, middle, states, lit, last }) {
    const { g, c } = pen,
      reach = L.fan - L.balancer;
    pen.means('way');
    pen.line(L.arrivals, middle, L.balancer, middle, c.rule2);
    rows.forEach((y, k) => {
      const hot = last >= 0 && lane.target[last] === k ? lit : 0,
        known = states[k].known;
      g.strokeStyle = hot > 0.02 ? c.ink2 : c.rule2;
      g.lineWidth = 1 + hot * 0.9;
      if (!known) g.setLineDash([2, 4]);
      pen.means(known ? 'way' : 'cut');
      g.beginPath();
      g.moveTo(L.balancer, middle);
      g.bezierCurveTo(L.balancer + reach * 0.55, middle, L.fan - reach * 0.5, y, L.fan, y);
      g.stroke();
      if (!known) {
        g.setLineDash([]);
        pen.line(L.fan - 3, y - Math.min(5, L.rowH * 0.4), L.fan - 3, y + Math.min(5, L.rowH * 0.4), c.failMark, 2);
      }
    });
  },
};

/** Who decides, over what comes to him. @type {Part} */
export const balancer = {
  name: 'balancer',
  read: { rows, middle },
  draw(pen, { L, middle, index }) {
    pen.means('decides');
    pen.tag(L.balancer, middle, index, L.tag);
  },
};

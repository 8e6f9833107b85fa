// What was delivered right, of what was meant for each service: a bar, crosses for the rest, the share and how many failed.
import { compact } from '../../scene/numbers.js';
import { counts, ways } from './facts.js';

/** @typedef {import('../../scene/stage.js').Part} Part */

/** @type {Part} */
export const delivered = {
  name: 'delivered',
  above(pen, { L }) {
    const { c } = pen;
    pen.means('column.delivered');
    if (L.narrow) return pen.text(L.words('column.delivered.short'), L.W, 8, { color: c.ink3, align: 'right' });
    pen.text(L.words('column.delivered'), L.bar.from, 8, { color: c.ink3 });
    pen.means('column.failed');
    pen.text(L.words('column.failed'), L.W, 8, { color: c.ink3, align: 'right' });
  },
  read: { ways, counts },
  draw(pen, { run, L, ways, counts }) {
    const { g, c } = pen,
      { from, to, h } = L.bar,
      w = to - from;
    run.services.forEach((service, row) => {
      const y = ways.rows[row],
        ok = counts.ok[row],
        bad = counts.bad[row],
        n = ok + bad,
        share = n ? ok / n : 0;
      pen.means('service');
      pen.text(L.words(L.narrow ? `service.${service}.short` : `service.${service}`), L.name, y + 0.5, { size: L.big ? 13.5 : 12, color: c.ink });
      if (!n) return;
      pen.means('bar');
      pen.box(from + 0.5, y - h / 2 + 0.5, w - 1, h - 1, c.rule2);
      pen.fill(from, y - h / 2, w * share, h, c.req);
      if (w * (1 - share) > 4) {
        const pitch = L.narrow ? 6 : 8,
          r = L.narrow ? 1.8 : 2.4;
        pen.means('missed');
        g.strokeStyle = c.failMark;
        g.lineWidth = 1.2;
        g.beginPath();
        for (let x = to - pitch / 2; x > from + w * share + r; x -= pitch) {
          g.moveTo(x - r, y - r);
          g.lineTo(x + r, y + r);
          g.moveTo(x + r, y - r);
          g.lineTo(x - r, y + r);
        }
        g.stroke();
      }
      const percent = share === 1 ? 100 : Math.min(99, Math.round(share * 100)),
        look = { color: share < 0.5 ? c.fail : c.ink, align: 'right', weight: share < 0.5 || share === 1 ? 700 : 400 };
      pen.means('percent');
      pen.text(`${percent} %`, L.narrow ? L.W : Math.min(to + 42, L.W - 42), y + 0.5, look);
      if (L.narrow) return;
      pen.means('failures');
      pen.text(compact(bad), L.W, y + 0.5, { color: bad ? c.fail : c.ink3, align: 'right', weight: bad ? 700 : 400 });
    });
  },
};

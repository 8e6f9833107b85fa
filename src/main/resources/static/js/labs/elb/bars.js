// What arrived where it belonged: a bar a service. Of two balancers that complement each other so do the bars.
import { grouped } from '../../scene/numbers.js';
import { counts, rows } from './facts.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

const NAMES = ['/login', '/api', '/chat'];

/** What a service is called: its path, or its port. */
export const serviceName = (run, service) => NAMES[service] ?? `${service === 4 ? 'UDP' : 'TCP'} ${run.servicePort[service]}`;

/** @type {Part} */
export const bars = {
  name: 'bars',
  read: { rows, counts },
  above(pen, { L }) {
    pen.means('column.bars');
    pen.text(L.words('column.bars'), L.narrow ? L.W : L.barFrom, 8, { color: pen.c.ink3, align: L.narrow ? 'right' : 'left' });
    if (L.narrow) return;
    pen.means('failed');
    pen.text(L.words('column.failed'), L.W, 8, { color: pen.c.ink3, align: 'right' });
  },
  draw(pen, now) {
    now.rows.forEach((_, service) => drawBar(pen, now, service));
  },
};

/** @param {Pen} pen  @param {import('../../scene/stage.js').Now} now */
function drawBar(pen, { run, L, rows, counts }, service) {
  const { c } = pen,
    { ok, bad } = counts.each[service],
    all = ok + bad,
    share = all ? ok / all : 0,
    y = rows[service],
    h = L.narrow ? 7 : L.large ? 11 : 8,
    w = L.barTo - L.barFrom,
    filled = Math.round(w * share);
  pen.means('service-name');
  pen.text(serviceName(run, service).replace(L.narrow ? / \d+$/ : /^$/, ''), L.name, y + 0.5, { size: L.large ? 13.5 : 12, color: c.ink });
  pen.means('bar');
  pen.box(L.barFrom, y - h / 2, w, h, c.rule2, 1);
  pen.fill(L.barFrom, y - h / 2, filled, h, c.ink2);
  if (!all) return;
  if (bad) {
    pen.means('bar-failed');
    for (let x = L.barFrom + filled + 4; x < L.barTo - 2; x += L.narrow ? 8 : 7.5) pen.cross(x, y, 2.1, c.failMark, 1.1);
  }
  pen.means('share');
  const text = `${share === 1 ? 100 : Math.min(99, Math.floor(share * 100))} %`,
    poor = share < 0.5;
  if (L.narrow) {
    pen.text(text, L.W, y + 0.5, { color: poor ? c.fail : c.ink, align: 'right', weight: poor || share === 1 ? 700 : 400 });
    return;
  }
  pen.text(text, L.barTo + 42, y + 0.5, { color: poor ? c.fail : c.ink, align: 'right', weight: poor || share === 1 ? 700 : 400 });
  pen.means('failed');
  pen.text(grouped(bad), L.W, y + 0.5, { color: bad ? c.fail : c.ink3, align: 'right', weight: bad ? 700 : 400 });
}

// The bar of time of the doctor: bars answered, crosses failed, an ochre line while somebody waits, and a line of health for
// each target. What lies ahead is not drawn: nobody knows what will have been mended by then.
import { clamp } from '../../scene/ease.js';
import { drawMarks, drawPlayhead, drawTimes } from '../../scene/marks.js';
import { Pen } from '../../scene/pen.js';

const REQUESTS = 31,
  HEALTH = 47,
  APART = 8;

/** @param {{width: number, height: number}} size */
export function drawScrubber(context, run, size, look, t) {
  const { width: W, height: H } = size,
    pen = new Pen(context, look.palette),
    base = H - 16,
    x = micros => (micros / run.durationMicros) * W,
    low = H < 80; // a phone's bar is lower
  context.clearRect(0, 0, W, H);
  drawTimes(pen, run, W, base, x);
  drawRequests(pen, run, t, x, low ? 22 : REQUESTS);
  drawHealth(pen, run, t, x, low ? 34 : HEALTH, low ? 6 : APART);
  drawMarks(
    pen,
    { left: 0, right: W, base, x, named: W > 560 },
    run.marks.map(mark => ({ ...mark, words: look.words(`mark.${mark.kind}`) })),
    t,
  );
  drawPlayhead(pen, clamp(Math.round(x(t)), 1, W - 2), base);
}

/** @param {Pen} pen */
function drawRequests(pen, run, t, x, y) {
  const { c } = pen;
  for (const { at, ends, outcome } of run.requests) {
    if (at > t) break;
    const end = Math.min(t, ends);
    if (outcome === 'silent') {
      pen.means('waiting');
      pen.fill(x(at), y - 1, Math.max(1, x(end) - x(at)), 2, c.slowMark);
    }
    if (ends > t) continue;
    if (outcome === 'ok') {
      pen.means('answered');
      pen.fill(x(end) - 1, y - 6, 2.5, 12, c.req);
    } else {
      pen.means('failed');
      pen.cross(x(end), y, 3, c.failMark, 1.7);
    }
  }
}

/** @param {Pen} pen */
function drawHealth(pen, run, t, x, top, apart) {
  const { c } = pen;
  run.health.forEach(({ changes }, i) => {
    const y = top + i * apart;
    changes.forEach(({ at, state }, k) => {
      if (at > t) return;
      const line = [[x(at), y], [x(Math.min(t, changes[k + 1]?.at ?? run.durationMicros)), y]];
      pen.means('health-line');
      if (state === 'healthy') pen.path(line, c.req, 2);
      else if (state === 'unhealthy') pen.path(line, c.failMark, 2, [4, 2.5]);
      else pen.path(line, c.edge, 1, [1, 3]);
    });
  });
}

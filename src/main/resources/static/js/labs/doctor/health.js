// What the balancer believes of each target, and the reason code that AWS gives.

/** @type {import('../../scene/stage.js').Part} */
export const health = {
  name: 'health',
  draw(pen, { L, run, believed }) {
    const { c } = pen,
      { X, narrow, targetY, words } = L;
    run.targets.forEach((_, i) => {
      const now = believed[i];
      if (!now) return;
      const { state, reason, streak } = now,
        y = targetY[i],
        markY = narrow ? y : y - 9,
        out = state === 'unhealthy',
        again = out && streak > 0;
      healthMark(pen, X.health + 5, markY, state);
      pen.means('health');
      if (narrow) {
        pen.text(again ? `${streak}/${L.back}` : state, X.health + 14, y, { color: out ? c.fail : c.ink2 });
        return;
      }
      pen.text(state, X.health + 16, y - 8.5, { size: 13, color: out ? c.fail : c.ink, weight: 700 });
      if (again) {
        pen.means('streak');
        pen.text(words('health.again', streak, L.back), X.health + 24 + pen.width(state, 13, 700), y - 8.5, { color: c.ink2 });
      }
      if (reason && state !== 'healthy') {
        pen.means('reason');
        pen.text(reason, X.health + 16, y + 8.5, { color: c.ink2 });
      }
    });
  },
  lay: () => ({ back: 5 }), // checks that a target must pass to be healthy again
};

/** Disc, cross, or ring: believed to answer, believed not to, not asked. @param {import('../../scene/pen.js').Pen} pen */
export function healthMark(pen, x, y, state) {
  const { c } = pen;
  pen.means(state === 'healthy' ? 'healthy' : state === 'unhealthy' ? 'out' : 'unasked');
  if (state === 'healthy') pen.disc(x, y, 4, c.req);
  else if (state === 'unhealthy') pen.cross(x, y, 4, c.failMark, 2);
  else pen.ring(x, y, 3.6, c.edge, 1.4);
}

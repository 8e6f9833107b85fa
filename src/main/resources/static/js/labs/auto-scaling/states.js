// A mark for every state of an instance, told apart without colour: requested dotted, pending outlined, starting half filled,
// checking ticked, warming hatched over its fill, in service filled, draining dotted in the middle, dead broken with a cross.

/** How dark a row that serves is, by zone. */
const TONES = [0.2, 0.31, 0.12];

/** px from where a row broke to its cross. */
const BROKEN = 4.5;

/** Gaps between rows, as wide as rows leave room for. */
export const gapOf = height => (height >= 3 ? 1.2 : height >= 1.8 ? 0.5 : 0);

/** px after which every pattern of a state begins again. */
export const PATTERN = 140;

/**
 * @param {{large?: boolean, zero?: number}} [how] large: as a box of its own, not as a row of the paper; zero: from where
 *   hatching is counted
 */
export function drawState(pen, { state, zone = 0 }, x, y, w, h, how = {}) {
  const { g, c } = pen,
    { large = false, zero = 0 } = how;
  if (w <= 0) return;
  pen.means(state);
  switch (state) {
    case 'in-service':
      g.globalAlpha = TONES[zone];
      pen.fill(x, y, w, h, c.req);
      g.globalAlpha = 1;
      break;
    case 'warming':
      g.globalAlpha = TONES[zone];
      pen.fill(x, y, w, h, c.req);
      g.globalAlpha = 1;
      pen.hatching(x, y, w, h, large ? c.ink2 : c.edge, large ? 5 : 4, zero);
      break;
    case 'checking':
      outline(pen, x, y, w, h, c.edge);
      for (let a = x + 2; a < x + w - 1; a += 4) pen.fill(a, y, 1, h, c.edge);
      break;
    case 'starting':
      outline(pen, x, y, w, h, c.edge);
      pen.fill(x, y + h / 2, w, h / 2, c.edge);
      break;
    case 'pending':
      outline(pen, x, y, w, h, c.ink2);
      break;
    case 'requested':
      outline(pen, x, y, w, h, c.ink2, [1.5, 2]);
      break;
    case 'draining':
      outline(pen, x, y, w, h, c.rule2);
      for (let a = x + 2; a < x + w - 1; a += 3.5) pen.fill(a, y + h / 2 - 0.6, 1.4, 1.4, c.edge);
      break;
    case 'stopped':
      outline(pen, x, y, w, h, c.edge, [3, 2]);
      break;
    default: // failed
      outline(pen, x, y, w, h, c.failMark, [3, 2], 1.2);
      if (w > 8) pen.cross(large ? x + w / 2 : x + BROKEN, y + h / 2, Math.min(2.4, Math.max(1.2, h * 0.6)), c.failMark, 1.4);
  }
}

function outline(pen, x, y, w, h, color, dash = [], width = 1) {
  if (h < 2) {
    // rows too low for an outline are a line
    pen.g.globalAlpha = 0.55;
    pen.fill(x, y, w, Math.max(0.5, h), color);
    pen.g.globalAlpha = 1;
    return;
  }
  const left = x + 0.5,
    top = y + 0.5,
    right = left + Math.max(0.5, w - 1),
    bottom = top + Math.max(0.5, h - 1);
  if (dash.length) {
    // both ways from where it began: it stays as it is while it becomes longer
    pen.path([[left, bottom], [left, top], [right, top]], color, width, dash);
    pen.path([[left, bottom], [right, bottom], [right, top]], color, width, dash);
  } else pen.box(left, top, right - left, bottom - top, color, width);
}

/** A bar while a policy rests. */
export function drawRest(pen, x, y, w, zero = 0) {
  pen.means('cooldown');
  pen.hatching(x, y, w, 5, pen.c.edge, 4, zero);
  pen.box(x + 0.5, y + 0.5, Math.max(1, w - 1), 4, pen.c.edge);
}

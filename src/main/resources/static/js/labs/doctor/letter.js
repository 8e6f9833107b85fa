// A request as a letter.

/**
 * Closed until its way leads past somebody who reads it: then the flap stands open, with the strokes of its path.
 * @param {import('../../scene/pen.js').Pen} pen
 * @param {number} size width in px
 * @param {boolean} open
 */
export function letter(pen, x, y, size, open) {
  const { c } = pen,
    w = size,
    h = size * 0.66,
    left = x - w / 2,
    top = y - h / 2,
    width = Math.max(1, size / 16);
  pen.fill(left, top, w, h, c.sheet);
  pen.box(left, top, w, h, c.req, width);
  if (open) {
    pen.path([[left, top], [x, top - h * 0.45], [left + w, top]], c.req, width);
    for (const dx of [-0.09, 0.09]) pen.line(x + dx * w, top + h * 0.28, x + dx * w, top + h * 0.78, c.req, Math.max(1.2, size / 11));
  } else pen.path([[left, top], [x, top + h * 0.55], [left + w, top]], c.req, width);
}

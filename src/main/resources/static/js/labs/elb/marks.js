// The small drawings of the lab: letters closed and opened, parcels, datagrams, who sends, and the strokes of a service.

/** @typedef {import('../../scene/pen.js').Pen} Pen */

/** The service whose strokes stand for any, where there is but one. */
export const ANY = 1;

/** What a letter of a service is called as a sign. */
export const letterSign = (service, open) => (service === 4 ? 'datagram' : service === 3 ? 'parcel' : open ? 'opened' : 'sealed');

/** A letter w wide: closed, or open with the strokes of its path; a parcel of TCP, a dot of UDP. @param {Pen} pen */
export function letter(pen, x, y, w, service, open, alpha = 1) {
  const { g, c } = pen;
  g.globalAlpha = alpha;
  if (service === 4) pen.disc(x, y, w * 0.2, c.req);
  else if (service === 3) parcel(pen, x, y, w * 0.32, c.req);
  else envelope(pen, x, y, w, open ? service + 1 : 0);
  g.globalAlpha = 1;
}

/** @param {Pen} pen */
function envelope(pen, x, y, w, strokes) {
  const { g, c } = pen,
    h = w * 0.68,
    left = x - w / 2,
    top = y - h / 2;
  pen.fill(left, top, w, h, c.sheet);
  pen.box(left, top, w, h, c.req, Math.max(1, w / 16));
  g.beginPath();
  g.moveTo(left, top);
  g.lineTo(x, strokes ? top - h * 0.42 : top + h * 0.58);
  g.lineTo(left + w, top);
  g.stroke();
  if (strokes) tally(pen, x, y, strokes, h * 0.6, Math.max(1.6, w / 11), c.req);
}

/** @param {Pen} pen */
function parcel(pen, x, y, r, color) {
  pen.fill(x - r, y - r, 2 * r, 2 * r, color);
  pen.line(x - r, y, x + r, y, pen.c.paper);
  pen.line(x, y - r, x, y + r, pen.c.paper);
}

/** @param {Pen} pen */
function tally(pen, x, y, n, h, w, color) {
  for (let i = 0; i < n; i++) pen.fill(x + (i - (n - 1) / 2) * w * 2.1 - w / 2, y - h / 2, w, h, color);
}

/** What is on the targets of a service: its strokes, a parcel, dots. @param {Pen} pen */
export function strokes(pen, x, y, service, r, color) {
  if (service < 3) tally(pen, x, y, service + 1, r * 1.7, r * 0.42, color);
  else if (service === 3) parcel(pen, x, y, r * 0.8, color);
  else for (const dx of [-0.9, 0, 0.9]) pen.disc(x + dx * r, y, r * 0.38, color);
}

/** Who sends: a window, a padlock, a speech bubble, a circle, a pad, a server. @param {Pen} pen */
export function sender(pen, x, y, kind, r, color) {
  const { g, c } = pen,
    boxed = (left, top, w, h) => {
      pen.fill(left, top, w, h, c.sheet);
      pen.box(left, top, w, h, color, 1.3);
    };
  if (kind === 'browser') {
    boxed(x - r, y - r * 0.8, 2 * r, 1.6 * r);
    pen.line(x - r, y - r * 0.3, x + r, y - r * 0.3, color, 1.2);
  } else if (kind === 'partner') {
    boxed(x - r, y - r * 0.3, 2 * r, 1.25 * r);
    g.beginPath();
    g.moveTo(x - r * 0.55, y - r * 0.3);
    g.bezierCurveTo(x - r * 0.55, y - r * 1.25, x + r * 0.55, y - r * 1.25, x + r * 0.55, y - r * 0.3);
    g.stroke();
    pen.disc(x, y + r * 0.32, r * 0.2, color);
  } else if (kind === 'chat' || kind === 'silent-chat') {
    bubble(g, x, y, r);
    g.fillStyle = c.sheet;
    g.fill();
    bubble(g, x, y, r);
    g.strokeStyle = color;
    g.lineWidth = 1.3;
    g.stroke();
  } else if (kind === 'messenger' || kind === 'heavy') {
    pen.ring(x, y, r * 0.95, color, 1.3, c.sheet);
    pen.disc(x, y, r * (kind === 'heavy' ? 0.6 : 0.3), color);
  } else if (kind === 'server') {
    boxed(x - r * 0.8, y - r, 1.6 * r, 2 * r);
    for (const dy of [-0.4, 0.2]) pen.line(x - r * 0.45, y + dy * r, x + r * 0.45, y + dy * r, color, 1.2);
  } else if (kind === 'game') {
    boxed(x - r, y - r * 0.6, 2 * r, 1.3 * r);
    pen.line(x - r * 0.65, y, x - r * 0.05, y, color, 1.3);
    pen.line(x - r * 0.35, y - r * 0.3, x - r * 0.35, y + r * 0.3, color, 1.3);
    pen.disc(x + r * 0.45, y, r * 0.2, color);
  }
}

function bubble(g, x, y, r) {
  g.beginPath();
  g.moveTo(x - r, y - r * 0.85);
  for (const [dx, dy] of [[1, -0.85], [1, 0.45], [-0.1, 0.45], [-0.6, 1], [-0.6, 0.45], [-1, 0.45]]) g.lineTo(x + dx * r, y + dy * r);
  g.closePath();
}

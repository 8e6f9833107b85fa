// Small pictures: letters, the strokes that a service is known by, and who sends.

/** How many strokes stand for a path. */
const STROKES = [1, 2, 3];

/** @param {import('../../scene/pen.js').Pen} pen */
export function strokes(pen, x, y, count, h, w, color) {
  const pitch = w * 2.1;
  for (let i = 0; i < count; i++) pen.fill(x + (i - (count - 1) / 2) * pitch - w / 2, y - h / 2, w, h, color);
}

/** A letter: closed, or open with what it says; a parcel for TCP, a dot for UDP. @param {import('../../scene/pen.js').Pen} pen */
export function letter(pen, x, y, w, service, open = false) {
  const { g, c } = pen;
  if (service === 4) return pen.disc(x, y, Math.max(2, w * 0.17), c.req);
  if (service === 3) {
    const r = w * 0.3;
    pen.fill(x - r, y - r, 2 * r, 2 * r, c.req);
    pen.fill(x - r, y - 0.5, 2 * r, 1, c.paper);
    pen.fill(x - 0.5, y - r, 1, 2 * r, c.paper);
    return;
  }
  const h = w * 0.68,
    left = x - w / 2,
    top = y - h / 2;
  g.fillStyle = c.sheet;
  g.fillRect(left, top, w, h);
  g.strokeStyle = c.req;
  g.lineWidth = Math.max(1, w / 16);
  g.strokeRect(left, top, w, h);
  g.beginPath();
  g.moveTo(left, top);
  g.lineTo(x, open ? top - h * 0.42 : y + h * 0.08);
  g.lineTo(left + w, top);
  g.stroke();
  if (open) strokes(pen, x, y, STROKES[service], h * 0.6, Math.max(1.6, w / 11), c.req);
}

/** What a service is known by. @param {import('../../scene/pen.js').Pen} pen */
export function serviceMark(pen, x, y, service, r, color) {
  if (service < 3) return strokes(pen, x, y, STROKES[service], r * 1.7, r * 0.42, color);
  if (service === 3) {
    pen.fill(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6, color);
    pen.fill(x - r * 0.8, y - 0.5, r * 1.6, 1, pen.c.paper);
    pen.fill(x - 0.5, y - r * 0.8, 1, r * 1.6, pen.c.paper);
    return;
  }
  for (const dx of [-0.8, 0, 0.8]) pen.disc(x + dx * r, y, r * 0.32, color);
}

/** Who sends. @type {Object<string, (pen: import('../../scene/pen.js').Pen, x: number, y: number, r: number, color: string) => void>} */
const PERSONS = {
  browser(pen, x, y, r, color) {
    pen.fill(x - r, y - r * 0.8, 2 * r, 1.6 * r, pen.c.sheet);
    pen.box(x - r, y - r * 0.8, 2 * r, 1.6 * r, color, 1.3);
    pen.line(x - r, y - r * 0.3, x + r, y - r * 0.3, color, 1.2);
  },
  partner(pen, x, y, r, color) {
    const { g } = pen;
    pen.fill(x - r, y - r * 0.3, 2 * r, 1.3 * r, pen.c.sheet);
    pen.box(x - r, y - r * 0.3, 2 * r, 1.3 * r, color, 1.3);
    g.beginPath();
    g.arc(x, y - r * 0.3, r * 0.55, Math.PI, 0);
    g.stroke();
    pen.disc(x, y + r * 0.3, Math.max(1, r * 0.2), color);
  },
  chat(pen, x, y, r, color) {
    pen.path(
      [
        [x - r, y - r * 0.85],
        [x + r, y - r * 0.85],
        [x + r, y + r * 0.45],
        [x - r * 0.1, y + r * 0.45],
        [x - r * 0.6, y + r],
        [x - r * 0.6, y + r * 0.45],
        [x - r, y + r * 0.45],
        [x - r, y - r * 0.85],
      ],
      color,
      1.3,
    );
  },
  messenger(pen, x, y, r, color) {
    pen.ring(x, y, r * 0.95, color, 1.3, pen.c.sheet);
    pen.disc(x, y, r * 0.3, color);
  },
  heavy(pen, x, y, r, color) {
    pen.disc(x, y, r * 0.95, color);
  },
  game(pen, x, y, r, color) {
    pen.fill(x - r, y - r * 0.6, 2 * r, 1.3 * r, pen.c.sheet);
    pen.box(x - r, y - r * 0.6, 2 * r, 1.3 * r, color, 1.3);
    pen.line(x - r * 0.65, y, x - r * 0.1, y, color, 1.3);
    pen.line(x - r * 0.37, y - r * 0.28, x - r * 0.37, y + r * 0.28, color, 1.3);
    pen.disc(x + r * 0.45, y, Math.max(1, r * 0.2), color);
  },
  server(pen, x, y, r, color) {
    pen.fill(x - r, y - r * 0.8, 2 * r, 1.6 * r, pen.c.sheet);
    pen.box(x - r, y - r * 0.8, 2 * r, 1.6 * r, color, 1.3);
    pen.line(x - r * 0.6, y, x + r * 0.6, y, color, 1.2);
  },
};

/** @param {import('../../scene/pen.js').Pen} pen */
export function person(pen, x, y, kind, r) {
  const silent = kind === 'silent-chat';
  PERSONS[silent ? 'chat' : kind](pen, x, y, r, silent ? pen.c.edge : pen.c.ink2);
}

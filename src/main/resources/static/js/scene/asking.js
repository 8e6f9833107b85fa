// A canvas that paints nothing and tells what would be painted where. Whoever asks what lies at a point has the picture
// painted on it once more, so that what is explained is what is seen: nobody lays a sign out a second time to find it.

/**
 * Something that would be painted.
 * @typedef {object} Mark
 * @property {string} sign what it means; '' where nobody said
 * @property {string} kind fill, line or words
 * @property {string} color
 * @property {number} x left
 * @property {number} y top
 * @property {number} w
 * @property {number} h
 * @property {number[][]} [line] the points of a line, or of the edge of an area: what is far from it is not on the mark
 *
 * @typedef {{x0: number, y0: number, x1: number, y1: number}} Box
 */

const CURVE = 12; // straight pieces that a curve is followed by

export class Asking {
  /**
   * @param {{measureText: (text: string) => TextMetrics, font: string}} ruler a canvas that knows how wide words are
   * @param {(mark: Mark) => void} tell
   */
  constructor(ruler, tell) {
    this.ruler = ruler;
    this.tell = tell;
    this.sign = '';
    this.font = '10px sans-serif';
    this.textAlign = 'left';
    this.textBaseline = 'middle';
    this.lineJoin = 'miter';
    this.fillStyle = this.strokeStyle = '';
    this.lineWidth = this.globalAlpha = 1;
    /** Where things are moved to and how much they are stretched, and what can be seen of them. */
    this.at = { dx: 0, dy: 0, sx: 1, sy: 1, /** @type {Box|null} */ seen: null };
    this.before = [];
    this.beginPath();
  }

  save() {
    this.before.push(this.at);
    this.at = { ...this.at };
  }
  restore() {
    this.at = this.before.pop() ?? this.at;
  }
  translate(x, y) {
    this.at.dx += x * this.at.sx;
    this.at.dy += y * this.at.sy;
  }
  scale(x, y) {
    this.at.sx *= x;
    this.at.sy *= y;
  }
  getTransform() {
    return { a: globalThis.devicePixelRatio || 1 };
  }
  clearRect() {}
  setLineDash() {}

  measureText(text) {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }
  fillText(text, x, y) {
    const size = parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '10'),
      { width } = this.measureText(text),
      left = x - { left: 0, center: width / 2, right: width }[this.textAlign];
    this.box('words', this.fillStyle, left, y - size / 2, width, size);
  }
  strokeText() {} // a halo lies around words that follow

  fillRect(x, y, w, h) {
    this.box('fill', this.fillStyle, x, y, w, h);
  }
  strokeRect(x, y, w, h) {
    this.box('line', this.strokeStyle, x, y, w, h);
  }

  beginPath() {
    /** @type {number[][][]} */
    this.lines = [];
    /** @type {Box[]} */
    this.discs = [];
  }
  moveTo(x, y) {
    this.lines.push([this.placed(x, y)]);
  }
  lineTo(x, y) {
    if (!this.lines.length) this.lines.push([]);
    this.lines.at(-1).push(this.placed(x, y));
  }
  bezierCurveTo(x1, y1, x2, y2, x3, y3) {
    const { dx, dy, sx, sy } = this.at,
      line = this.lines.at(-1),
      [px, py] = line.at(-1),
      [x0, y0] = [(px - dx) / sx, (py - dy) / sy];
    for (let i = 1; i <= CURVE; i++) {
      const u = i / CURVE,
        w = 1 - u,
        of = (a, b, c, d) => w * w * w * a + 3 * w * w * u * b + 3 * w * u * u * c + u * u * u * d;
      line.push(this.placed(of(x0, x1, x2, x3), of(y0, y1, y2, y3)));
    }
  }
  arc(x, y, r) {
    this.discs.push(this.boxOf(x - r, y - r, 2 * r, 2 * r));
  }
  rect(x, y, w, h) {
    this.discs.push(this.boxOf(x, y, w, h));
  }
  closePath() {
    const line = this.lines.at(-1);
    if (line?.length) line.push(line[0]);
  }
  fill() {
    for (const line of this.lines) this.mark('fill', this.fillStyle, around(line), line);
    for (const box of this.discs) this.mark('fill', this.fillStyle, box);
  }
  stroke() {
    for (const line of this.lines) if (line.length > 1) this.mark('line', this.strokeStyle, around(line), line);
    for (const box of this.discs) this.mark('line', this.strokeStyle, box);
  }
  clip() {
    const boxes = [...this.discs, ...this.lines.map(around)];
    if (boxes.length) this.at.seen = within(around(boxes.flatMap(b => [[b.x0, b.y0], [b.x1, b.y1]])), this.at.seen);
  }

  placed(x, y) {
    const { dx, dy, sx, sy } = this.at;
    return [dx + x * sx, dy + y * sy];
  }
  /** @returns {Box} */
  boxOf(x, y, w, h) {
    return around([this.placed(x, y), this.placed(x + w, y + h)]);
  }
  box(kind, color, x, y, w, h) {
    this.mark(kind, color, this.boxOf(x, y, w, h));
  }
  /** @param {string} kind  @param {string} color  @param {Box} box  @param {number[][]} [line] */
  mark(kind, color, box, line) {
    const { x0, y0, x1, y1 } = within(box, this.at.seen);
    if (x1 >= x0 && y1 >= y0) this.tell({ sign: this.sign, kind, color, x: x0, y: y0, w: x1 - x0, h: y1 - y0, line });
  }
}

/** @returns {Box} */
function around(points) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const [x, y] of points) {
    box.x0 = Math.min(box.x0, x);
    box.y0 = Math.min(box.y0, y);
    box.x1 = Math.max(box.x1, x);
    box.y1 = Math.max(box.y1, y);
  }
  return box;
}

/** @param {Box} a  @param {Box|null} b */
const within = (a, b) =>
  b
    ? { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) }
    : a;

/** Whether a point is on a mark, or so near that it is meant. @param {Mark} mark  @param {number} x  @param {number} y  @param {number} near px */
export function isAt(mark, x, y, near) {
  if (x < mark.x - near || x > mark.x + mark.w + near || y < mark.y - near || y > mark.y + mark.h + near) return false;
  const { line, kind } = mark;
  return !line || (kind === 'fill' && isInside(line, x, y)) || line.some(([x1, y1], i) => i > 0 && distance(x, y, line[i - 1], x1, y1) <= near);
}

/** Whether a ray from the point crosses the edge an odd number of times. */
function isInside(edge, x, y) {
  let inside = false;
  edge.forEach(([x1, y1], i) => {
    const [x0, y0] = edge.at(i - 1);
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  });
  return inside;
}

function distance(x, y, from, x1, y1) {
  const [x0, y0] = from,
    [dx, dy] = [x1 - x0, y1 - y0],
    u = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x0 - u * dx, y - y0 - u * dy);
}

/**
 * What is seen at a point: of several that lie there the one painted last.
 * @param {(canvas: any) => void} paint paints the picture on a canvas
 * @param {any} ruler
 * @param {number} near px
 * @returns {Mark|null}
 */
export function signAt(paint, ruler, x, y, near) {
  let found = null;
  paint(
    new Asking(ruler, mark => {
      if (mark.sign && isAt(mark, x, y, near)) found = mark;
    }),
  );
  return found;
}

/**
 * Every sign of the picture, with what was painted of it: all of a column's head, of others the first.
 * @param {(canvas: any) => void} paint
 * @returns {Map<string, {x: number, y: number, w: number, h: number}>}
 */
export function signsOf(paint, ruler) {
  const found = new Map();
  paint(
    new Asking(ruler, ({ sign, x, y, w, h }) => {
      if (!sign) return;
      const old = found.get(sign);
      if (!old) found.set(sign, { x, y, w, h });
      else if (isHead(sign)) {
        const right = Math.max(old.x + old.w, x + w),
          bottom = Math.max(old.y + old.h, y + h);
        old.x = Math.min(old.x, x);
        old.y = Math.min(old.y, y);
        old.w = right - old.x;
        old.h = bottom - old.y;
      }
    }),
  );
  return found;
}

/** Heads of columns are named after their words. @param {string} sign */
export const isHead = sign => sign.startsWith('column.');

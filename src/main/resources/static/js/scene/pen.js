// What every stage draws with: text, halos, crosses, rings, hatches, and the four lane identities.
import { Asking } from './asking.js';

export const LETTERS = ['A', 'B', 'C', 'D'];
/** Lines of the four lanes: solid, dashed, dotted, dash and dot. */
export const DASHES = [[], [7, 2.5], [2, 2.5], [9, 2.5, 2, 2.5]];

/** Widths that were measured, by font and words; figures that run would fill it without end. */
const widths = new Map();
const MOST_WIDTHS = 4000;

/** A canvas context with the palette in hand. No words are set between `save` and `restore`, which would lose their typeface. */
export class Pen {
  constructor(context, palette) {
    this.g = context;
    this.c = palette;
    this.font = '';
    /** Somebody wants to know what is painted where; nothing is painted, and nothing kept. */
    this.asked = context instanceof Asking;
  }

  /** What is painted from here on means this, until something else does: the name of a sign that can be explained, '' of none. @param {string} sign */
  means(sign) {
    if (this.asked) this.g.sign = sign;
  }

  /** Chooses a typeface: to name one takes longer than to write a word in it. @returns {string} its name */
  face(size, weight) {
    const font = `${weight} ${size}px ${this.c.sans}`;
    if (font === this.font) return font;
    this.g.font = this.font = font;
    this.g.textBaseline = 'middle';
    return font;
  }

  lane(index) {
    return this.c[`lane${LETTERS[index]}`];
  }

  text(words, x, y, { size = 12, color = this.c.ink2, align = 'left', weight = 400 } = {}) {
    const { g } = this;
    this.face(size, weight);
    g.fillStyle = color;
    g.textAlign = align;
    g.fillText(words, x, y);
  }

  /** Text that stays readable on top of lines. */
  halo(words, x, y, look = {}) {
    const { g } = this,
      { size = 12, align = 'left', weight = 400 } = look;
    this.face(size, weight);
    g.textAlign = align;
    g.strokeStyle = this.c.paper;
    g.lineWidth = 4;
    g.lineJoin = 'round';
    g.strokeText(words, x, y);
    g.lineJoin = 'miter'; // or the corners of boxes would tell whether there ever was a halo before
    this.text(words, x, y, look);
  }

  width(words, size = 12, weight = 400) {
    // a width that is known already leaves the context as one that is not
    const key = `${this.face(size, weight)} ${words}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size > MOST_WIDTHS) widths.clear();
      widths.set(key, (width = this.g.measureText(words).width));
    }
    return width;
  }

  fill(x, y, w, h, color) {
    this.g.fillStyle = color;
    this.g.fillRect(x, y, w, h);
  }

  line(x0, y0, x1, y1, color, width = 1) {
    const { g } = this;
    g.strokeStyle = color;
    g.lineWidth = width;
    g.beginPath();
    g.moveTo(x0, y0);
    g.lineTo(x1, y1);
    g.stroke();
  }

  disc(x, y, r, color) {
    const { g } = this;
    g.fillStyle = color;
    g.beginPath();
    g.arc(x, y, r, 0, 7);
    g.fill();
  }

  ring(x, y, r, color, width = 1.2, inside) {
    const { g } = this;
    g.beginPath();
    g.arc(x, y, r, 0, 7);
    if (inside) {
      g.fillStyle = inside;
      g.fill();
    }
    g.strokeStyle = color;
    g.lineWidth = width;
    g.stroke();
  }

  cross(x, y, r, color, width = 1.8) {
    const { g } = this;
    g.strokeStyle = color;
    g.lineWidth = width;
    g.beginPath();
    g.moveTo(x - r, y - r);
    g.lineTo(x + r, y + r);
    g.moveTo(x + r, y - r);
    g.lineTo(x - r, y + r);
    g.stroke();
  }

  hatch(x, y, w, h, color, pitch = 5) {
    const { g } = this;
    g.save();
    g.beginPath();
    g.rect(x, y, w, h);
    g.clip();
    g.globalAlpha = 0.75;
    g.strokeStyle = color;
    g.lineWidth = 1;
    g.beginPath();
    for (let a = x - h; a < x + w; a += pitch) {
      g.moveTo(a, y + h);
      g.lineTo(a + h, y);
    }
    g.stroke();
    g.restore();
  }

  /** Lines from point to point. */
  path(points, color, width = 1, dash = []) {
    const { g } = this;
    g.strokeStyle = color;
    g.lineWidth = width;
    g.setLineDash(dash);
    g.beginPath();
    points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
    g.stroke();
    g.setLineDash([]);
  }

  /** The outline of a box. */
  box(x, y, w, h, color, width = 1, dash = []) {
    const { g } = this;
    g.strokeStyle = color;
    g.lineWidth = width;
    g.setLineDash(dash);
    g.strokeRect(x, y, w, h);
    g.setLineDash([]);
  }

  /** Hatching in one phase for the whole sheet, counted from `zero`, so that neighbours join. */
  hatching(x, y, w, h, color, pitch = 7, zero = 0) {
    const { g } = this;
    g.save();
    g.beginPath();
    g.rect(x, y, w, h);
    g.clip();
    g.strokeStyle = color;
    g.lineWidth = 1;
    g.beginPath();
    for (let k = zero + Math.ceil((x + y - zero) / pitch) * pitch; k <= x + w + y + h; k += pitch) {
      g.moveTo(k - y - h, y + h);
      g.lineTo(k - y, y);
    }
    g.stroke();
    g.restore();
  }

  /** Lane identity: shape, colour, letter. Circle, square, diamond, triangle. */
  tag(x, y, index, r = 10, letter = true) {
    this.g.fillStyle = this.lane(index);
    this.shape(x, y, index, r);
    this.g.fill();
    if (letter) this.letter(x, y, index, r, this.c.sheet);
  }

  /** The same, left empty with a broken outline: who should stand here does not. */
  emptyTag(x, y, index, r, letter = true) {
    const { g } = this;
    g.fillStyle = this.c.paper;
    this.shape(x, y, index, r);
    g.fill();
    g.strokeStyle = this.lane(index);
    g.lineWidth = 1.4;
    g.setLineDash([2.5, 2.5]);
    this.shape(x, y, index, r - 0.6);
    g.stroke();
    g.setLineDash([]);
    if (letter) this.letter(x, y, index, r, this.lane(index));
  }

  shape(x, y, index, r) {
    const { g } = this;
    g.beginPath();
    if (index === 0) g.arc(x, y, r, 0, 7);
    else if (index === 1) g.rect(x - r * 0.92, y - r * 0.92, r * 1.84, r * 1.84);
    else if (index === 2)
      polygon(g, [
        [x, y - r * 1.28],
        [x + r * 1.28, y],
        [x, y + r * 1.28],
        [x - r * 1.28, y],
      ]);
    else
      polygon(g, [
        [x, y - r * 1.34],
        [x + r * 1.34, y + r],
        [x - r * 1.34, y + r],
      ]);
  }

  letter(x, y, index, r, color) {
    this.text(LETTERS[index], x, y + (index === 3 ? r * 0.32 : 0.8), {
      size: r * 1.15,
      color,
      align: 'center',
      weight: 700,
    });
  }
}

function polygon(g, points) {
  points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.closePath();
}

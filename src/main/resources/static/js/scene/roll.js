// Paper that moves to the left as time goes on, with now at its right edge. What lies on it is painted once, on sheets beside
// the picture, and moves with them by whole pixels of the device, so that nothing is resampled. What the newest instants look
// like may still change, so they are painted in every frame.
import { keeps, pixelRatio, Sheet, show } from './layers.js';

/**
 * @typedef {import('./pen.js').Pen} Pen
 *
 * @typedef {object} Stretch a stretch of paper to paint on: from left to right lie the instants from `from` to `to`
 * @property {number} from µs of the run
 * @property {number} to
 * @property {number} now what comes later is not known yet; Infinity where all that lies on the stretch is long past
 * @property {number} left CSS px
 * @property {number} right
 * @property {(micros: number) => number} x where an instant lies; also those outside of the stretch
 * @property {(micros: number) => number} wholeX the same on whole pixels of the device
 */

/** CSS px of paper on a sheet: few are shown at once, and one is soon painted. */
const WIDE = 80;
/** Sheets of several rolls end at several instants, or all were painted in the same one. */
const APART = 0.382;

/** owner → name → what is kept, as for layers. */
const rolls = new WeakMap();

/** The instant that paper shows at t: the last one at which it lay on whole pixels. */
export function wholePixels(pen, perPixel, t) {
  const fine = perPixel / pixelRatio(pen);
  return keeps() ? Math.floor(t / fine) * fine : t;
}

/**
 * @param {Pen} pen
 * @param {object} owner what the paper belongs to, made anew with size, theme and run
 * @param {string} name one for each roll of the owner
 * @param {[number, number, number, number]} box the window that paper is seen through: x, y, width, height in CSS pixels
 * @param {{now: number, settled: number, perPixel: number}} time `now` from `wholePixels`; what lies before `settled` will never
 *   look different; `perPixel` µs on a CSS pixel
 * @param {(pen: Pen, stretch: Stretch) => void} paint
 */
export function roll(pen, owner, name, box, { now, settled, perPixel }, paint) {
  const [x, y, width, height] = box,
    ratio = pixelRatio(pen),
    fine = perPixel / ratio, // µs on a pixel of the device; whole numbers of them from here on
    right = Math.round((x + width) * ratio),
    newest = keeps() ? Math.round(now / fine) : now / fine,
    zero = right - newest,
    oldest = Math.round(x * ratio) - zero,
    fresh = Math.max(oldest, Math.min(newest, Math.floor(settled / fine))),
    top = Math.floor(y * ratio) / ratio,
    high = Math.ceil((y + height) * ratio) / ratio - top;
  const direct = (from, to, known) => {
    if (from >= to) return;
    const { g } = pen;
    g.save();
    g.beginPath();
    g.rect((zero + from) / ratio, top, (to - from) / ratio, high);
    g.clip();
    paint(pen, stretchOf(from, to, zero, ratio, fine, known));
    g.restore();
  };
  let kept = fresh;
  if (keeps() && !pen.asked) {
    const sheets = rollOf(owner, name, box, perPixel, pen.c, ratio, (own, from, to) =>
      paint(own, stretchOf(from, to, -from, ratio, fine, Infinity)),
    );
    kept = sheets.show(pen, oldest, fresh, zero);
  }
  if (kept < fresh) {
    direct(oldest, kept, Infinity);
    direct(fresh, newest, now);
  } else direct(oldest, newest, now);
}

/** From one pixel of paper to another, where the paper's first pixel, instant 0, lies at `zero`. @returns {Stretch} */
const stretchOf = (from, to, zero, ratio, fine, now) => ({
  from: from * fine,
  to: to * fine,
  now,
  left: (zero + from) / ratio,
  right: (zero + to) / ratio,
  x: micros => (zero + micros / fine) / ratio,
  wholeX: micros => (zero + Math.round(micros / fine)) / ratio,
});

/** The sheets of a roll, none where something that they depend on has changed. @returns {Sheets} */
function rollOf(owner, name, box, perPixel, palette, ratio, paint) {
  if (!rolls.has(owner)) rolls.set(owner, new Map());
  const all = rolls.get(owner),
    key = `${box} ${perPixel} ${ratio}`,
    old = all.get(name);
  if (old?.key === key && old.palette === palette) {
    old.paint = paint;
    return old;
  }
  const made = new Sheets(key, palette, box, ratio, old ? old.order : all.size, paint);
  all.set(name, made);
  return made;
}

/** Sheet k of a roll holds the pixels of paper from k × size + shift on. */
class Sheets {
  constructor(key, palette, [, y, , height], ratio, order, paint) {
    this.key = key;
    this.palette = palette;
    this.size = Math.round(WIDE * ratio);
    this.order = order;
    this.shift = Math.round(((order * APART) % 1) * this.size);
    this.sheet = new Sheet(palette, [0, y, this.size / ratio, height], ratio);
    this.paint = paint;
    /** @type {Map<number, ImageBitmap>} */
    this.images = new Map();
  }

  /**
   * Shows sheets from `to` back to `from`, also after a leap: painted whole, edges of lines would be other by a shade.
   * @param {number} zero where the paper's first pixel lies in the picture
   * @returns {number} how far back it came
   */
  show(pen, from, to, zero) {
    const { size, shift, images, sheet } = this,
      first = Math.floor((from - shift) / size);
    let kept = to;
    for (let k = Math.ceil((to - shift) / size) - 1; k >= first && kept > from; k--) {
      const begin = k * size + shift;
      if (!images.has(k)) {
        this.paint(sheet.pen, begin, begin + size);
        images.set(k, sheet.take());
      }
      const left = Math.max(from, begin);
      show(pen, images.get(k), left - begin, kept - left, zero + left, sheet.y);
      kept = left;
    }
    for (const [k, image] of images)
      if ((k + 2) * size + shift < from || k * size + shift > to + size) {
        image.close();
        images.delete(k);
      }
    return kept;
  }
}

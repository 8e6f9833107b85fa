// Parts of a picture that stay from frame to frame, kept on a canvas beside it. What is painted is a function of what it is
// keyed by, so that a kept part is never another picture than a fresh one; only its cost is. Lines and marks only:
// Chromium sets the same Korean words with other spaces on a canvas beside the page than on one in it.
import { Pen } from './pen.js';

/** owner → name → what is kept. Whoever forgets the run or the layout forgets its pictures. */
const kept = new WeakMap();

/**
 * A part that is painted again only when its key, its place, its colours or the size of a pixel change.
 * @param {object} owner what the part belongs to: a layout, which is made anew with size, theme and run
 * @param {string} name one for each part of the owner
 * @param {[number, number, number, number]} box x, y, width and height that the part stays inside, in CSS pixels
 * @param {string|number} key what else the part depends on
 * @param {(pen: Pen) => void} paint
 * @param {[number, number]} [columns] shown are only those from x to x
 */
export function layer(pen, owner, name, box, key, paint, columns) {
  const sheet = sheetOf(pen, owner, name, box);
  if (!sheet) return columns ? within(pen, box, columns, paint) : paint(pen);
  if (sheet.key !== key) {
    sheet.clear();
    paint(sheet.pen);
    sheet.key = key;
  }
  sheet.show(pen, columns);
}

/**
 * A part to which things are only added as time goes on: those that have happened stay. Going back begins anew.
 * @param {number} count how many have happened
 * @param {(pen: Pen, from: number, to: number) => void} add paints those numbered from `from` up to but without `to`
 */
export function growing(pen, owner, name, box, count, add) {
  const sheet = sheetOf(pen, owner, name, box);
  if (!sheet) return add(pen, 0, count);
  if (sheet.key === undefined || sheet.key > count) {
    sheet.clear();
    sheet.key = 0;
  }
  if (sheet.key < count) add(sheet.pen, sheet.key, count);
  sheet.key = count;
  sheet.show(pen);
}

function within(pen, [, y, , height], [from, to], paint) {
  const { g } = pen;
  g.save();
  g.beginPath();
  g.rect(from, y, to - from, height);
  g.clip();
  paint(pen);
  g.restore();
}

/** Whether there are canvases to keep parts on. */
export const keeps = () => typeof OffscreenCanvas !== 'undefined';

/** Pixels of the device on a CSS pixel of the picture. */
export const pixelRatio = ({ g }) => (keeps() ? g.getTransform().a : 1);

/** The sheet of a part, new where its place or the size of a pixel changed; null where there are no canvases to keep. */
function sheetOf(pen, owner, name, box) {
  if (!keeps() || pen.asked) return null;
  if (!kept.has(owner)) kept.set(owner, new Map());
  const { c } = pen,
    sheets = kept.get(owner),
    ratio = pixelRatio(pen),
    old = sheets.get(name);
  if (old?.ratio === ratio && old.pen.c === c && old.box.every((value, i) => value === box[i])) return old;
  const sheet = new Sheet(c, box, ratio);
  sheets.set(name, sheet);
  return sheet;
}

/** A canvas beside the picture, and a pen that paints on it as on the picture. */
export class Sheet {
  /** Whole pixels of the device, so that nothing is resampled when it is shown. */
  constructor(palette, box, ratio) {
    const [x, y, width, height] = box;
    this.box = box;
    this.ratio = ratio;
    this.x = Math.floor(x * ratio);
    this.y = Math.floor(y * ratio);
    this.canvas = new OffscreenCanvas(
      Math.max(1, Math.ceil((x + width) * ratio) - this.x),
      Math.max(1, Math.ceil((y + height) * ratio) - this.y),
    );
    const g = this.canvas.getContext('2d');
    g.setTransform(ratio, 0, 0, ratio, -this.x, -this.y);
    this.pen = new Pen(g, palette);
    /** @type {string|number|undefined} */
    this.key = undefined;
  }

  clear() {
    const { g } = this.pen;
    g.save();
    g.resetTransform();
    g.clearRect(0, 0, this.canvas.width, this.canvas.height);
    g.restore();
  }

  show(pen, columns) {
    const { canvas, ratio } = this,
      place = x => Math.min(canvas.width, Math.max(0, Math.round(x * ratio) - this.x)),
      [from, to] = columns ? columns.map(place) : [0, canvas.width];
    if (to > from) show(pen, canvas, from, to - from, this.x + from, this.y);
  }

  /** What has been painted, as an image; the sheet is empty again. */
  take() {
    return this.canvas.transferToImageBitmap();
  }
}

/** Columns of an image, from `from` on so many, at x and y of the picture; all in pixels of the device. */
export function show({ g }, image, from, width, x, y) {
  g.save();
  g.resetTransform();
  g.drawImage(image, from, 0, width, image.height, x, y, width, image.height);
  g.restore();
}

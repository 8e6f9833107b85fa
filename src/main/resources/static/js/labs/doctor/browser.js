// The browser: all that a person sees who only opens the page, and how often it went well.
import { browserAt } from './run.js';

/** Statuses in three digits; who got no answer has words instead. */
const STATUS = /^\d{3}$/,
  NAMED = [200, 404, 500, 502, 503, 504]; // by fewer words than HTTP has for them

/** What the window says of a request that ended: large, and small below it. */
export function answerOf(request, words) {
  if (!request) return { large: '…', small: '', look: 'none' };
  const { outcome, status, text } = request;
  if (outcome === 'silent') return { large: words('answer.silent'), small: words('answer.silent.code'), look: 'slow' };
  if (outcome === 'refused') return { large: words('answer.refused'), small: words('answer.refused.code'), look: 'fail' };
  return { large: String(status), small: NAMED.includes(status) ? words(`answer.${status}`) : (text ?? ''), look: outcome === 'ok' ? 'ok' : 'fail' };
}

/** @type {import('../../scene/stage.js').Part} */
export const browser = {
  name: 'browser',
  read: { answers: ({ run, t }) => browserAt(run, t) },
  draw(pen, { L, answers }) {
    const { c, g } = pen,
      { X, middleY, narrow, words } = L,
      [x, right] = X.browser,
      w = right - x,
      h = narrow ? 92 : 112,
      y = middleY - h / 2,
      { last, answered, of } = answers,
      { large, small, look } = answerOf(last, words),
      middle = x + w / 2;
    pen.means('window');
    pen.fill(x, y, w, h, c.sheet);
    pen.box(x + 0.5, y + 0.5, w - 1, h - 1, c.ink2, 1.3);
    pen.line(x, y + 22, right, y + 22, c.ink2, 1.2);
    pen.text(narrow ? 'shop.kr' : 'https://shop.kr', x + 8, y + 11.5, { color: c.ink2 });
    const digits = STATUS.test(large),
      size = narrow ? (digits ? 19 : 12.5) : digits ? 31 : 20;
    pen.means('answer');
    pen.text(large, middle, y + h / 2 + 4 + (narrow ? 5 : 0), {
      size: fitting(pen, large, size, w - 8),
      color: { ok: c.ink, slow: c.slow, fail: c.fail, none: c.ink3 }[look],
      align: 'center',
      weight: 700,
    });
    if (!narrow && pen.width(small) < w) pen.text(small, middle, y + h / 2 + 30, { size: fitting(pen, small, 12, w - 8), color: c.ink2, align: 'center' });
    if (!narrow && look === 'slow') pen.ring(right - 11, y + 11, 4, c.slowMark, 1.8);
    if (!narrow && look === 'fail') pen.cross(right - 11, y + 11, 4, c.failMark, 2);
    pen.means('count');
    const fine = answered === of;
    pen.text(narrow ? `${answered}/${of}` : words('count', answered, of), middle, y + h + 14, {
      color: fine ? c.ink2 : c.fail,
      align: 'center',
      weight: fine ? 400 : 700,
    });
    g.globalAlpha = 1;
  },
};

/** As large as wanted, smaller where the room is less, never under 12 px. */
function fitting(pen, text, size, room) {
  const width = pen.width(text, size, 700);
  return width <= room ? size : Math.max(12, Math.floor((size * room) / width));
}

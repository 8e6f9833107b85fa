// What the stage is written in explains itself: the head of a column and every sign, in one sentence, where somebody points at
// it, goes to it by key, or taps it; and all of them on the sheet behind the "?" key.
import { isHead, signAt, signsOf } from '../scene/asking.js';
import { Pen } from '../scene/pen.js';
import { fit } from '../scene/canvas.js';
import { h } from './html.js';
import { placeBeside } from './interventions.js';

/**
 * A sign by its name, and how it looks on 20 × 16 pixels; heads of columns (`column.…`) are words and have no picture. Its text is
 * `sign.<name>`: what it is called, a colon, and one sentence.
 * @typedef {[name: string, picture?: (pen: Pen) => void]} Sign
 */

/** On every stage and its bar of time. @type {Sign[]} */
export const shared = [
  ['lane', pen => pen.tag(10, 8, 0, 7)],
  [
    'flag',
    pen => {
      pen.fill(4, 1, 1.5, 14, pen.c.jjok);
      pen.g.fillStyle = pen.c.jjok;
      pen.path([[5, 2], [13, 6], [5, 10]], pen.c.jjok);
      pen.g.fill();
    },
  ],
  ['ring', pen => pen.ring(10, 8, 4, pen.c.edge, 1.4)],
  [
    'playhead',
    pen => {
      pen.fill(9, 0, 2, 11, pen.c.jjok);
      pen.disc(10, 11, 4.5, pen.c.jjok);
      pen.disc(10, 11, 1.6, pen.c.sheet);
    },
  ],
];

const RESTS = 320, // ms that a pointer rests before something is explained to it
  HELD = 500, // ms that a finger stays
  STRAYS = 10, // px that it may move meanwhile
  NEAR = { mouse: 3, pen: 4, touch: 9 };
const WIDE = 20,
  HIGH = 16;
const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

export class Signs {
  /**
   * @param {HTMLCanvasElement} stage
   * @param {HTMLCanvasElement} scrub
   * @param {{signs: Sign[], words: (key: string, ...values) => string, paintStage: (canvas: any) => void,
   *   paintScrub: (canvas: any) => void, touchable: (e: MouseEvent) => boolean, scale: () => number}} of what they are painted by, whether
   *   a press at a point does something else than to explain, and the CSS pixels of a unit of the picture
   */
  constructor(stage, scrub, { signs, words, paintStage, paintScrub, touchable, scale }) {
    this.stage = stage;
    this.words = words;
    this.signs = [...signs, ...shared];
    this.paintStage = paintStage;
    this.measuring = null;
    this.scale = scale;
    /** What was last explained, where it stands in the window. @type {{x0: number, y0: number, x1: number, y1: number}|null} */
    this.place = null;
    this.tip = h('div', { class: 'tip', popover: 'manual', 'aria-hidden': 'true' });
    this.posts = h('div', { class: 'signposts', role: 'toolbar', 'aria-label': words('signs') });
    // heads first, as they are read
    const names = this.signs.map(([name]) => name);
    for (const name of [...names.filter(isHead), ...names.filter(name => !isHead(name))])
      this.posts.append(this.postFor(name));
    stage.after(this.posts, this.tip);
    this.listenTo(stage, paintStage, touchable);
    this.listenTo(scrub.parentElement, paintScrub, () => true);
    this.listenToPosts();
    addEventListener('keydown', e => {
      if (e.key === 'Escape') this.hide();
    });
    addEventListener('scroll', () => this.hide(), { passive: true });
  }

  /** Explains what lies where a pointer rests on a canvas, where a finger stays, and where one taps on nothing else. */
  listenTo(element, paint, touchable) {
    let waiting = null,
      held = false,
      /** @type {PointerEvent|null} */
      down = null;
    const wait = (e, millis, then = () => {}) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (this.explain(element, paint, e)) then();
      }, millis);
    };
    element.addEventListener('pointermove', e => {
      if (e.pointerType === 'touch') {
        if (down && Math.hypot(e.clientX - down.clientX, e.clientY - down.clientY) > STRAYS) clearTimeout(waiting);
        return;
      }
      if (!this.isOver(e)) this.hide();
      if (!e.buttons) wait(e, RESTS);
    });
    element.addEventListener('pointerdown', e => {
      this.hide();
      clearTimeout(waiting);
      held = false;
      down = e;
      if (e.pointerType === 'touch') wait(e, HELD, () => (held = true));
    });
    for (const type of ['pointerup', 'pointercancel']) element.addEventListener(type, () => clearTimeout(waiting));
    element.addEventListener('pointerleave', e => {
      clearTimeout(waiting);
      if (e.pointerType !== 'touch') this.hide();
    });
    element.addEventListener('contextmenu', e => {
      if (down?.pointerType === 'touch') e.preventDefault(); // a finger that stays wants to know, not to save the picture
    });
    element.addEventListener('click', e => {
      if (held) e.stopImmediatePropagation(); // it wanted to know, not to do
      else if (!touchable(e)) this.explain(element, paint, e);
      held = false;
    });
  }

  /** Explains what lies at the pointer. @param {any} e  @returns {boolean} whether something does */
  explain(element, paint, e) {
    if (document.querySelector('.touch:popover-open')) return false;
    const { left, top } = element.getBoundingClientRect(),
      k = this.scale(),
      near = NEAR[e.pointerType] ?? NEAR.mouse,
      mark = signAt(paint, this.ruler(), (e.clientX - left) / k, (e.clientY - top) / k, near);
    if (!mark) {
      this.hide();
      return false;
    }
    this.show(mark.sign, { left: e.clientX - 12, top: e.clientY - 12, bottom: e.clientY + 14 });
    this.place = {
      x0: left + (mark.x - near) * k,
      y0: top + (mark.y - near) * k,
      x1: left + (mark.x + mark.w + near) * k,
      y1: top + (mark.y + mark.h + near) * k,
    };
    return true;
  }

  isOver({ clientX: x, clientY: y }) {
    const { place } = this;
    return Boolean(place) && x >= place.x0 && x <= place.x1 && y >= place.y0 && y <= place.y1;
  }

  /** A canvas that is asked how wide words are. */
  ruler() {
    return (this.measuring ??= document.createElement('canvas').getContext('2d'));
  }

  /** What a sign is called, and the sentence. @param {string} sign */
  said(sign) {
    const text = this.words(`sign.${sign}`),
      colon = text.indexOf(': ');
    return [text.slice(0, colon), text.slice(colon + 2)];
  }

  /** @param {string} sign  @param {{left: number, top: number, bottom: number}} place in the window, beside which it is explained */
  show(sign, place) {
    const [name, sentence] = this.said(sign);
    this.tip.replaceChildren(h('b', {}, `${name}:`), ` ${sentence}`);
    if (!this.tip.matches(':popover-open')) this.tip.showPopover();
    placeBeside(this.tip, place);
  }

  hide() {
    this.place = null;
    if (this.tip.matches(':popover-open')) this.tip.hidePopover();
  }

  /** Buttons lie over what is explained: one stop of the keyboard for all of them, arrows lead from one to the next. */
  listenToPosts() {
    const { posts } = this,
      buttonOf = e => /** @type {HTMLElement} */ (e.target).closest('button'),
      points = e => e.pointerType !== 'touch' && buttonOf(e);
    posts.addEventListener('focusin', e => this.showAt(buttonOf(e)));
    posts.addEventListener('focusout', () => this.hide());
    posts.addEventListener('click', e => this.showAt(buttonOf(e)));
    posts.addEventListener('pointerover', e => points(e) && this.showAt(buttonOf(e)));
    posts.addEventListener('pointerout', e => points(e) && this.hide());
    posts.addEventListener('keydown', e => {
      const step = KEYS[e.key];
      if (!step) return;
      e.preventDefault();
      this.arrange(); // the picture may have gone on
      const all = [...posts.querySelectorAll('button')].filter(button => !button.hidden),
        next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(buttonOf(e)) + step))];
      for (const button of all) button.tabIndex = button === next ? 0 : -1;
      next.focus({ preventScroll: true });
    });
  }

  postFor(name) {
    const kind = isHead(name) ? 'head' : 'mark',
      text = h('span', { class: 'sr' }, this.words(`sign.${name}`));
    return h('button', { type: 'button', class: kind, 'data-sign': name, tabindex: '-1', hidden: true }, text);
  }

  /** @param {HTMLElement|null} button */
  showAt(button) {
    if (!button) return;
    const { left, top, bottom } = button.getBoundingClientRect();
    this.show(button.dataset.sign, { left, top, bottom });
  }

  /** Puts the buttons over the heads of columns and over one of each sign that is on the stage now. */
  arrange() {
    const { posts, stage } = this,
      found = signsOf(this.paintStage, this.ruler()),
      px = units => `${units * this.scale()}px`;
    posts.style.left = `${stage.offsetLeft}px`;
    posts.style.top = `${stage.offsetTop}px`;
    for (const button of posts.querySelectorAll('button')) {
      const place = found.get(button.dataset.sign);
      button.hidden = !place && button !== document.activeElement;
      if (!place) continue;
      Object.assign(button.style, { left: px(place.x), top: px(place.y), width: px(place.w), height: px(place.h) });
    }
    if (posts.querySelector('[tabindex="0"]:not([hidden])')) return;
    const first = posts.querySelector('button:not([hidden])');
    if (first) first.tabIndex = 0;
  }

  /** Fills the sheet behind the "?" key: the columns, and the signs with their pictures in the colours that are on now. */
  fillSheet(columns, list, palette) {
    const items = this.signs.map(([name, picture]) => {
      const [called, sentence] = this.said(name),
        canvas = picture && h('canvas', { 'aria-hidden': 'true' });
      if (picture) picture(new Pen(fit(canvas, WIDE, HIGH), palette));
      return h('li', {}, canvas, h('span', {}, h('b', {}, `${called}:`), ` ${sentence}`));
    });
    const heads = this.signs.map(([name]) => isHead(name));
    columns.replaceChildren(...items.filter((_, i) => heads[i]));
    list.replaceChildren(...items.filter((_, i) => !heads[i]));
  }
}

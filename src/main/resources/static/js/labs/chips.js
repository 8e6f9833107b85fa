// A list of numbers as chips: one for each, with a handle for its number, and − and + for how many there are. The field stays the
// form's value; where it holds something that is no such list, it shows itself.
import { h } from './html.js';

/** Places that a handle can stand at; the numbers between stay as they are until it is moved. */
const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8, 10];

export class Chips {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLLabelElement} label
   * @param {{low: number, high: number, most: number, prefix: string}} range of a number, how many there may be, and what one is called
   *   before its place in the list
   * @param {(key: string, ...values) => string} words
   * @param {() => void} changed called when the field holds another list, not while a handle is on its way
   */
  constructor(field, label, { low, high, most, prefix }, words, changed) {
    this.field = field;
    this.range = { low, high, most };
    this.prefix = prefix;
    this.words = words;
    this.changed = changed;
    this.steps = STEPS.filter(step => step >= low && step <= high);
    /** The numbers as they are written. @type {string[]} */
    this.items = [];
    this.held = false;
    label.id ||= `l-${field.id}`;
    this.fewer = this.key('−', 'chips.fewer', () => this.set(this.items.slice(0, -1)));
    this.more = this.key('+', 'chips.more', () => this.set([...this.items, this.items.at(-1)]));
    this.count = h('output', {});
    this.list = h('ul', {});
    this.root = h(
      'div',
      { class: 'chips', role: 'group', 'aria-labelledby': label.id },
      h('div', { class: 'many' }, this.fewer, this.count, this.more),
      this.list,
    );
    field.after(this.root);
    this.root.addEventListener('input', e => {
      e.stopPropagation?.(); // a run is asked for when the handle is let go
      this.held = true;
      this.write(/** @type {HTMLInputElement} */ (e.target));
    });
    this.root.addEventListener('change', e => {
      e.stopPropagation?.();
      this.held = false;
      this.write(/** @type {HTMLInputElement} */ (e.target));
      this.put();
    });
    this.show();
  }

  /** Shows what the field holds. */
  show() {
    if (this.held) return;
    const items = this.read();
    this.root.hidden = !items;
    this.field.hidden = Boolean(items);
    if (!items) return;
    this.items = items;
    this.draw();
  }

  /** The list that the field holds, null where it is none. @returns {string[]|null} */
  read() {
    const { low, high, most } = this.range,
      items = this.field.value.split(',').map(item => item.trim());
    return items.length <= most && items.every(item => /^(\d+\.?\d*|\.\d+)$/.test(item) && +item >= low && +item <= high) ? items : null;
  }

  set(items) {
    if (!items.length || items.length > this.range.most) return;
    this.items = items;
    this.draw();
    this.put();
  }

  /** A handle stands at another place. @param {HTMLInputElement} handle */
  write(handle) {
    const at = [...this.list.children].findIndex(chip => chip.contains(handle));
    if (at < 0) return;
    this.items[at] = String(this.steps[+handle.value]);
    this.draw();
  }

  put() {
    const text = this.items.join(',');
    if (text === this.field.value) return;
    this.field.value = text;
    this.changed();
  }

  draw() {
    const { list, items, count, range } = this,
      chips = [...list.children];
    if (chips.length !== items.length)
      list.replaceChildren(...items.map((_, at) => chips[at] ?? this.chip(at)));
    [...list.children].forEach((chip, at) => this.drawChip(chip, items[at]));
    count.textContent = String(items.length);
    this.fewer.setAttribute('aria-disabled', String(items.length === 1));
    this.more.setAttribute('aria-disabled', String(items.length === range.most));
  }

  chip(at) {
    const name = `${this.prefix}${at + 1}`,
      handle = h('input', { type: 'range', class: 'r', min: 0, max: this.steps.length - 1, step: 1, 'aria-label': this.words('chips.speed', name) });
    return h('li', {}, h('span', {}, name), h('b', {}), handle);
  }

  drawChip(chip, item) {
    const [, number, handle] = chip.children,
      place = nearest(this.steps, +item);
    number.textContent = `${+item}×`;
    if (!this.held) handle.value = String(place);
    handle.setAttribute('aria-valuetext', `${+item}`);
    handle.style.setProperty('--f', `${(place / (this.steps.length - 1)) * 100}%`);
  }

  key(sign, name, press) {
    const key = h('button', { type: 'button', 'aria-label': this.words(name) }, sign);
    key.addEventListener('click', press);
    return key;
  }
}

/** The place of the step that a number is nearest to, by factor. */
function nearest(steps, number) {
  const apart = steps.map(step => Math.abs(Math.log(step / number)));
  return apart.indexOf(Math.min(...apart));
}

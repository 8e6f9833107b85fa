// A text condition that is made of rows, as a form of rows below its field. The field stays the form's value and can be typed into
// as well; what is typed there and is not made of rows has none.
import { h } from '../html.js';

export class Rows {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLLabelElement} label
   * @param {{read: (text: string) => any[]|null, write: (rows: any[]) => string, row: (row: any, editor: Rows) => any[],
   *   fresh?: (rows: any[]) => any[], can?: (row: any) => boolean}} kind how rows are read from the text and written to it, what
   *   one consists of, rows with one more, and whether one can be taken away
   * @param {(key: string, ...values) => string} words
   * @param {() => void} changed called when the field holds another text
   */
  constructor(field, label, kind, words, changed) {
    this.field = field;
    this.kind = kind;
    this.words = words;
    this.changed = changed;
    this.rows = [];
    this.shown = '';
    label.id ||= `l-${field.id}`;
    this.list = h('ol', {});
    this.more = kind.fresh ? this.key(words('rows.add'), '', () => this.add()) : null;
    this.root = h(
      'details',
      { class: 'rows' },
      h('summary', {}, words('rows.heading')),
      h('div', { role: 'group', 'aria-labelledby': label.id, 'aria-describedby': `e-${field.name}` }, this.list, this.more),
    );
    field.after(this.root);
    // the form hears of the field alone
    for (const type of ['input', 'change']) this.root.addEventListener(type, e => e.stopPropagation?.());
    this.show();
  }

  /** Shows what the field holds, unless it is what the rows say already: nobody's typing is interrupted. */
  show() {
    const rows = this.kind.read(this.field.value),
      text = rows ? this.kind.write(rows) : '';
    this.root.hidden = !rows;
    if (!rows || text === this.shown) return;
    this.rows = rows;
    this.shown = text;
    this.draw();
  }

  draw() {
    const { rows, kind } = this;
    this.list.replaceChildren(
      ...rows.map((row, at) => {
        const item = h('li', {}, ...kind.row(row, this));
        if (kind.fresh && rows.length > 1 && (kind.can?.(row) ?? true))
          item.append(this.key('×', this.words('rows.remove', at + 1), () => this.remove(at), 'off'));
        return item;
      }),
    );
  }

  add() {
    this.rows = this.kind.fresh(this.rows);
    this.put(true);
    [...this.list.querySelectorAll('[data-new]')].at(-1)?.focus?.();
  }

  remove(at) {
    this.rows = this.rows.filter((_, other) => other !== at);
    this.put(true);
    this.more.focus?.();
  }

  /** The rows are as they shall be: the field says so. */
  put(redraw = false) {
    if (redraw) this.draw();
    this.field.value = this.shown = this.kind.write(this.rows);
    this.changed();
  }

  /** A field for a word of a row. */
  text(of, name, label, more = {}) {
    const input = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-label': label, value: of[name], ...more });
    input.addEventListener('input', () => {
      of[name] = input.value;
      this.put();
    });
    return input;
  }

  /** A choice of a row; what is written there and is none of them is one of them, too. */
  choice(of, name, label, options, say = option => option, redraw = false) {
    const all = options.includes(of[name]) ? options : [...options, of[name]],
      select = h('select', { 'aria-label': label }, ...all.map(option => h('option', { value: option, selected: option === of[name] }, option === '' ? '–' : say(option))));
    select.value = of[name];
    select.addEventListener('change', () => {
      of[name] = select.value;
      this.put(redraw);
    });
    return select;
  }

  key(sign, name, press, look = '') {
    const key = h('button', { type: 'button', class: `btn low ${look}`.trim(), 'aria-label': name || null, title: name || null }, sign);
    key.addEventListener('click', press);
    return key;
  }
}

// The form of conditions: its fields are the address of the run. It works without this module; with it, changes apply at
// once.
import { clamp } from '../scene/ease.js';
import { Chips } from './chips.js';

const WAIT = 450;
const UNITS = { us: 0.001, ms: 1, s: 1000, m: 60000, h: 3600000 };

export class Conditions {
  /**
   * @param {HTMLFormElement} form
   * @param {() => void} apply called when the fields hold another run
   * @param {Object<string, [number, number, string]>} sliders conditions that also get a slider: lowest and highest place
   *   on a log scale, and the unit
   * @param {(text: string) => string} [spell] how a time stands in its field; as in the address where a lab does not say
   * @param {Object<string, {low: number, high: number, most: number, prefix: string}>} [chips] lists of numbers that are shown as
   *   chips, as for Chips
   * @param {(key: string, ...values) => string} [words]
   * @param {Object<string, (field, label, words, changed: () => void) => {show(): void}>} [editors] conditions that have a form of
   *   their own beside their field
   */
  constructor(form, apply, sliders, spell = text => text, chips = {}, words = key => key, editors = {}) {
    this.form = form;
    this.spell = spell;
    this.sliders = Object.entries(sliders)
      .map(([id, range]) => this.addSlider(id, ...range))
      .filter(Boolean);
    this.waiting = null;
    /** @type {{show(): void}[]} */
    this.chips = [];
    /** @type {{show(): void}[]} */
    this.editors = [];
    const soon = wait => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        this.waiting = null;
        apply();
      }, wait);
    };
    this.chips = Object.entries(chips)
      .map(([id, range]) => this.addChips(id, range, words, () => soon(WAIT / 3)))
      .filter(Boolean);
    this.editors = Object.entries(editors)
      .filter(([id]) => this.fields(id).length)
      .map(([id, edit]) => edit(this.fields(id)[0], form.querySelector(`label[for="${this.fields(id)[0].id}"]`), words, () => soon(WAIT)));
    form.addEventListener('input', e => {
      this.showSliders();
      soon({ text: WAIT, range: WAIT / 3 }[/** @type {HTMLInputElement} */ (e.target).type] ?? 0);
    });
    form.addEventListener('submit', e => {
      e.preventDefault();
      soon(0);
    });
    this.showSliders();
  }

  /** The fields of a condition: one, or a box for each choice. @returns {HTMLInputElement[]} */
  fields(id) {
    return [.../** @type {Iterable<any>} */ (this.form.elements)].filter(e => e.name === id);
  }

  /** The query of the run that the fields describe. */
  query() {
    const values = new Map();
    for (const [name, value] of new FormData(this.form)) {
      const text = String(value).trim();
      if (text) values.set(name, values.has(name) ? `${values.get(name)},${text}` : text);
    }
    return toQuery(values);
  }

  /** Of which version of the model an address made here is; nothing where it is the first. */
  version() {
    return this.fields('v').map(field => ['v', field.value]);
  }

  /** These conditions as the form names them, those that are chosen by boxes left out: they are the lanes. @param {string[]} ids */
  said(ids) {
    return ids
      .map(id => this.fields(id)[0])
      .filter(field => field && field.type !== 'checkbox' && field.type !== 'hidden')
      .map(field => {
        const label = this.form.querySelector(`label[for="${field.id}"]`),
          chosen = /** @type {any} */ (field).selectedOptions?.[0];
        return `${label?.textContent ?? field.name} ${chosen ? chosen.textContent : field.value}`;
      });
  }

  setInterventions(items) {
    this.fields('at')[0].value = items.join(',');
  }

  /** Shows a run that the server read: canonical values, no problems. What somebody is typing right now is left alone. */
  fill(scenario) {
    if (this.waiting) return; // the form says more than this run, and is asked for next
    for (const [id, value] of Object.entries(scenario)) {
      const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
      for (const field of this.fields(id)) {
        if (field.type === 'checkbox') field.checked = text.split(',').includes(field.value);
        else if (field !== document.activeElement) field.value = field.closest('.t-duration') ? this.spell(text) : text;
      }
    }
    this.showProblems([]);
    this.showSliders();
  }

  showProblems(errors) {
    let shown = errors.length;
    for (const block of this.form.querySelectorAll('[data-field]')) {
      const own = errors.filter(e => e.parameter === block.dataset.field),
        say = block.querySelector('.problem');
      say.textContent = own.map(e => e.message).join(' ');
      say.hidden = !own.length;
      shown -= own.length;
      block.classList.toggle('wrong', own.length > 0);
      for (const field of this.fields(block.dataset.field))
        if (own.length) field.setAttribute('aria-invalid', 'true');
        else field.removeAttribute('aria-invalid');
      if (own.length) block.closest('details').open = true;
    }
    const rest = this.form.querySelector('#e-');
    if (rest) rest.hidden = !shown;
    return shown;
  }

  addSlider(id, low, high, unit) {
    const [field] = this.fields(id);
    if (!field) return null;
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', className: 'r', min: 0, max: 1, step: 'any' });
    slider.setAttribute('aria-label', this.form.querySelector(`label[for="${field.id}"]`).textContent);
    field.after(slider);
    const ratio = high / low,
      whole = field.getAttribute('inputmode') === 'numeric';
    slider.addEventListener('input', () => {
      const place = low * ratio ** slider.value,
        value = +(whole ? Math.round(place) : place).toPrecision(2);
      field.value = unit === 'ms' && value >= 1000 ? `${value / 1000}s` : `${value}${unit}`;
    });
    return {
      slider,
      show: () => {
        const value = inUnit(field.value, unit);
        if (!(value > 0)) return;
        if (document.activeElement !== slider) slider.value = clamp(Math.log(value / low) / Math.log(ratio), 0, 1);
        slider.setAttribute('aria-valuetext', field.value);
        slider.style.setProperty('--f', `${slider.value * 100}%`);
      },
    };
  }

  addChips(id, range, words, changed) {
    const [field] = this.fields(id);
    return field ? new Chips(field, this.form.querySelector(`label[for="${field.id}"]`), range, words, changed) : null;
  }

  showSliders() {
    for (const shown of [...this.sliders, ...this.chips, ...this.editors]) shown.show();
  }
}

/** Commas and colons stay readable in the address. */
export const toQuery = values =>
  [...values]
    .filter(([, v]) => String(v) !== '')
    .map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v).replaceAll('%2C', ',').replaceAll('%3A', ':')}`)
    .join('&');

function inUnit(text, unit) {
  if (!unit) return Number(text);
  const parts = /^([\d.]+)\s*(us|ms|s|m|h)$/.exec(text.trim());
  return parts ? (Number(parts[1]) * UNITS[parts[2]]) / UNITS[unit] : NaN;
}

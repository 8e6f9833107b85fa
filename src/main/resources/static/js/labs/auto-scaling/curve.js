// The learner's own demand: points over the run that one drags with a pointer or moves by keyboard. The field of the form holds
// the same numbers, and is what the run is asked with.
import { clamp } from '../../scene/ease.js';
import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { readCsv } from './csv.js';
import { demandAt } from './demand.js';
import { clockOf, microsOf, spanOf } from './time.js';

const SVG = 'http://www.w3.org/2000/svg',
  W = 268,
  H = 116,
  FOOT = 4,
  POINTS = 25,
  MOST_HANDLES = 97; // with more points than that only their line is drawn, and one in so many has a handle
const SHOWN_PROBLEMS = 5;

export class Curve {
  /**
   * @param {HTMLElement} box holds [data-sheet], [data-csv] (a textarea), [data-take], [data-said]
   * @param {import('../conditions.js').Conditions} conditions the form; its fields curve, traffic, duration and the rates are read and written
   */
  constructor(box, conditions, words) {
    this.box = box;
    this.conditions = conditions;
    this.words = words;
    this.at = 0;
    this.svg = svg('svg', { viewBox: `0 0 ${W} ${H}`, class: 'sheetlet', role: 'group', 'aria-label': words('curve.heading') });
    box.querySelector('[data-sheet]').append(this.svg);
    this.svg.addEventListener('pointerdown', e => this.drag(e, true));
    this.svg.addEventListener('pointermove', e => this.drag(e, false));
    this.svg.addEventListener('pointerup', () => (this.last = null));
    this.svg.addEventListener('pointercancel', () => (this.last = null));
    this.svg.addEventListener('keydown', e => this.key(e));
    box.querySelector('[data-take]').addEventListener('click', () => this.take());
    conditions.form.addEventListener('input', e => {
      if (!box.contains(/** @type {Node} */ (e.target))) this.show();
    });
    this.shape = null;
    this.show();
  }

  field(id) {
    return this.conditions.fields(id)[0];
  }

  number(id, otherwise) {
    const value = Number(this.field(id).value);
    return value > 0 ? value : otherwise;
  }

  /** Reads the form: its own points, or to begin with the shape of the run that is shown. */
  show(run = undefined) {
    if (run) this.shape = Array.from({ length: POINTS }, (_, i) => rounded(demandAt(run, (run.durationMicros * i) / (POINTS - 1) - (i ? 1 : 0))));
    const own = this.field('curve')
      .value.split(',')
      .map(part => Number(part.trim()))
      .filter((n, i, all) => Number.isFinite(n) && (all.length > 1 || n));
    this.points = own.length > 1 ? own : (this.shape ?? new Array(POINTS).fill(this.number('baseRate', 200))).slice();
    this.most = Math.max(this.number('peakRate', 1000) * 1.2, ...this.points) || 1;
    this.at = clamp(this.at, 0, this.points.length - 1);
    this.paint();
  }

  paint() {
    const { points } = this,
      apart = Math.ceil(points.length / MOST_HANDLES),
      handles = points.map((_, i) => i).filter(i => i % apart === 0);
    if (!handles.includes(this.at)) this.at = handles.reduce((best, i) => (Math.abs(i - this.at) < Math.abs(best - this.at) ? i : best), 0);
    const line = points.map((rate, i) => `${this.x(i).toFixed(1)} ${this.y(rate).toFixed(1)}`);
    const focused = this.svg.contains(document.activeElement);
    this.svg.replaceChildren(
      svg('path', { class: 'ground', d: `M0 ${H - FOOT}H${W}` }),
      svg('path', { class: 'area', d: `M0 ${H - FOOT}L${line.join('L')}L${W} ${H - FOOT}Z` }),
      svg('path', { class: 'line', d: `M${line.join('L')}` }),
      ...handles.map(i => this.handle(i)),
    );
    this.handles = handles;
    if (focused) this.svg.querySelector('[tabindex="0"]').focus({ preventScroll: true });
  }

  handle(i) {
    const duration = microsOf(this.field('duration').value) || 86400e6,
      moment = clockOf((duration * i) / (this.points.length - 1) - (i === this.points.length - 1 ? 1 : 0));
    return svg('circle', {
      cx: this.x(i),
      cy: this.y(this.points[i]),
      r: this.points.length > 40 ? 2 : 3.2,
      role: 'slider',
      tabindex: i === this.at ? 0 : -1,
      'data-point': i,
      'aria-orientation': 'vertical',
      'aria-label': this.words('curve.point', moment),
      'aria-valuemin': 0,
      'aria-valuemax': Math.round(this.most),
      'aria-valuenow': Math.round(this.points[i]),
      'aria-valuetext': this.words('curve.value', grouped(this.points[i])),
    });
  }

  x(i) {
    return (i / (this.points.length - 1)) * W;
  }

  y(rate) {
    return H - FOOT - (rate / this.most) * (H - FOOT - 6);
  }

  /** A stroke sets every point that it passes. */
  drag(event, begins) {
    if (begins) this.svg.setPointerCapture(event.pointerId);
    else if (!this.last) return;
    const box = this.svg.getBoundingClientRect(),
      place = clamp((event.clientX - box.left) / box.width, 0, 1) * (this.points.length - 1),
      rate = clamp(((H - FOOT - ((event.clientY - box.top) / box.height) * H) / (H - FOOT - 6)) * this.most, 0, this.most),
      from = begins ? { place, rate } : this.last,
      [a, b] = [Math.min(from.place, place), Math.max(from.place, place)];
    for (let i = Math.ceil(a - 0.5); i <= Math.floor(b + 0.5); i++) {
      const share = from.place === place ? 1 : clamp((i - from.place) / (place - from.place), 0, 1);
      this.points[i] = rounded(from.rate + (rate - from.rate) * share);
    }
    this.last = { place, rate };
    this.at = Math.round(place);
    this.paint();
    this.write();
    event.preventDefault();
  }

  key(event) {
    const step = (this.most / 100) * (event.shiftKey ? 10 : 1),
      place = this.handles.indexOf(this.at),
      go = to => (this.at = this.handles[clamp(to, 0, this.handles.length - 1)]),
      set = rate => (this.points[this.at] = rounded(clamp(rate, 0, this.most)));
    switch (event.key) {
      case 'ArrowLeft':
        go(place - 1);
        break;
      case 'ArrowRight':
        go(place + 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(this.handles.length - 1);
        break;
      case 'ArrowUp':
        set(this.points[this.at] + step);
        break;
      case 'ArrowDown':
        set(this.points[this.at] - step);
        break;
      case 'PageUp':
        set(this.points[this.at] + step * 10);
        break;
      case 'PageDown':
        set(this.points[this.at] - step * 10);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
    const changed = event.key.endsWith('Up') || event.key.endsWith('Down');
    this.paint();
    if (changed) this.write();
  }

  /** The form holds the curve; the run follows it. */
  write(seconds = null) {
    this.field('curve').value = this.points.join(',');
    this.field('traffic').value = 'curve';
    if (seconds !== null) this.field('duration').value = `${seconds}s`;
    this.field('curve').dispatchEvent(new Event('input', { bubbles: true }));
  }

  take() {
    const { points, seconds, lines, problems } = readCsv(this.box.querySelector('[data-csv]').value),
      said = this.box.querySelector('[data-said]');
    said.classList.toggle('problem', problems.length > 0);
    if (problems.length) {
      const shown = problems.slice(0, SHOWN_PROBLEMS).map(problem => h('span', {}, this.problemWords(problem)));
      if (problems.length > SHOWN_PROBLEMS) shown.push(h('span', {}, this.words('curve.csv.more', problems.length - SHOWN_PROBLEMS)));
      said.replaceChildren(...shown);
      return;
    }
    this.points = points;
    this.at = 0;
    this.most = Math.max(this.number('peakRate', 1000) * 1.2, ...points);
    this.paint();
    this.write(seconds);
    said.textContent = this.words(
      'curve.csv.taken',
      lines,
      points.length,
      spanOf(microsOf(this.field('duration').value) || 86400e6, this.words),
    );
  }

  problemWords({ line, code, text }) {
    if (code === 'span') return this.words('curve.csv.span', spanOf(Number(text) * 1e6, this.words));
    return this.words(`curve.csv.${code}`, line, text.length > 40 ? `${text.slice(0, 40)}…` : text);
  }
}

const rounded = rate => Number(rate.toPrecision(3));

function svg(name, attributes) {
  const e = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  return e;
}

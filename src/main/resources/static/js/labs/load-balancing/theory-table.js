// Theory beside what was measured: for each lane what a closed form gives, or why there is none, what this run had, and what twenty
// seeds have with their interval.
import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';
import { millis } from './results.js';
import { changesAt, microsOf, overloadOf, theoryOf } from './theory.js';

/** Student's t with 19 degrees of freedom, two-sided 95 %. */
const T = 2.093,
  SEEDS = 20;

export class Theory {
  /** @param {HTMLTableElement} table  @param {HTMLElement} said sentences below it */
  constructor(table, said, words) {
    this.table = table;
    this.said = said;
    this.words = words;
  }

  show(run) {
    const { words } = this;
    this.table.closest('section').hidden = !run;
    if (!run) return;
    const all = run.lanes.map(lane => theoryOf(run, lane));
    this.table.tBodies[0].replaceChildren(
      ...run.lanes.map((lane, i) => {
        const { none, form, value, micros, upTo } = all[i];
        return h(
          'tr',
          {},
          h('th', { scope: 'row' }, laneTag(i), h('span', {}, words(`option.${lane.strategy}`))),
          h('td', {}, none ? words(`theory.none.${none}`, value) : words(`theory.form.${form}`, run.targets.length)),
          h('td', { class: 'num' }, none ? '–' : upTo ? `${millis(micros / 1e3)}–${millis(upTo / 1e3)}` : millis(micros / 1e3)),
          h('td', { class: 'num' }, millis(lane.responses.mean(lane.completed.length) / 1e3)),
          h('td', { class: 'num seeds-mean' }, '…'),
        );
      }),
    );
    this.said.textContent = [...this.overloads(run), !run.warm && all.some(({ form }) => form) ? words('theory.cold') : ''].filter(Boolean).join(' ');
  }

  /** A target that gets more than it can do: how long its queue should be, and how long it was. */
  overloads(run) {
    const until = changesAt(run) ?? run.durationMicros,
      lasted = until + microsOf(run.scenario.warmUp ?? '0s'); // it has been growing since the warm-up began
    return run.lanes.flatMap((lane, i) => {
      const over = overloadOf(run, lane);
      if (!over) return [];
      const { target, receives, finishes } = over,
        { from, to, serving } = lane.queueAt(target, until),
        surplus = receives - finishes;
      return [
        this.words(
          'theory.overload',
          this.words(`option.${lane.strategy}`),
          `t${target + 1}`,
          receives.toFixed(2),
          finishes.toFixed(2),
          surplus.toFixed(2),
          grouped(Math.round(lasted / 1e6)),
          grouped(Math.round((surplus * lasted) / 1e6)),
          grouped(to - from + (serving < 0 ? 0 : 1)),
        ),
      ];
    });
  }

  /** @param {{meanMs: (number|null)[]}[]|null} lanes null where nothing is known of other seeds */
  showSeeds(lanes) {
    [...this.table.tBodies[0].rows].forEach((row, i) => {
      row.querySelector('.seeds-mean').textContent = lanes ? meanOf(lanes[i].meanMs) : '…';
    });
  }
}

/** The mean over the seeds and the half width of its interval. */
function meanOf(values) {
  const known = values.filter(v => v !== null);
  if (known.length < SEEDS) return '–';
  const mean = known.reduce((a, b) => a + b, 0) / known.length,
    deviation = Math.sqrt(known.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (known.length - 1));
  return `${millis(mean)} ± ${millis((T * deviation) / Math.sqrt(known.length))}`;
}

// One run for every target value, asked for one after the other, so that progress shows and leaving off is enough to stop: what
// the choice of the target buys and costs.
import { grouped } from '../../scene/numbers.js';
import { toQuery } from '../conditions.js';
import { h } from '../html.js';
import { figures, progressText } from '../long-run.js';

/** Target values in percent. */
export const TARGETS = [30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];
/** Policies that look at the target, the plainest first. */
const TRACKING = ['target-tracking', 'warm-pool', 'combined', 'predictive'];

export class Sweep {
  /**
   * @param {{button: HTMLButtonElement, state: HTMLElement, table: HTMLTableElement, note: HTMLElement}} parts
   * @param {string} api address of the lab's API, without a slash at the end
   * @param {() => void} changed called when another point is known
   */
  constructor(parts, api, words, changed) {
    this.button = parts.button;
    this.state = parts.state;
    this.table = parts.table;
    this.note = parts.note;
    this.api = api;
    this.words = words;
    this.changed = changed;
    this.run = null;
    this.policy = undefined;
    this.found = null;
    this.asking = 0;
    /** @type {AbortController|null} */
    this.controller = null;
    this.button.addEventListener('click', () => (this.asking ? this.stop() : this.ask()));
  }

  /** Another run: what was swept belongs to its conditions. */
  show(run) {
    this.stop();
    const policy = run && TRACKING.find(each => run.lanes.some(lane => lane.policy === each));
    this.run = run;
    this.policy = policy;
    this.found = null;
    this.button.closest('[data-sweep]').hidden = !policy;
    this.state.textContent = '';
    if (policy) this.note.textContent = this.words('sweep.note', this.words(`option.${policy}`));
    this.list();
  }

  stop() {
    this.controller?.abort();
    this.asking = 0;
    this.button.textContent = this.words('sweep.start');
  }

  async ask() {
    const own = (this.asking = Date.now()),
      { run, policy } = this,
      lane = run.lanes.findIndex(each => each.policy === policy);
    this.controller = new AbortController();
    this.button.textContent = this.words('sweep.stop');
    this.found = { lane, points: [] };
    for (const target of TARGETS) {
      const point = await this.answer({ ...run.scenario, policies: policy, target });
      if (this.asking !== own) return;
      if (!point) {
        this.state.textContent = this.words('sweep.failed');
        break;
      }
      this.found.points.push({ target, ...point });
      this.state.textContent = this.words('sweep.known', this.found.points.length, TARGETS.length);
      this.list();
      this.changed();
    }
    this.stop();
  }

  /** What a run with another target cost, or null. */
  async answer(scenario) {
    const known = this.words('sweep.known', this.found.points.length, TARGETS.length);
    try {
      const { lanes } = await figures(`${this.api}/run?${toQuery(Object.entries(scenario))}`, this.controller.signal, news => {
        this.state.textContent = `${known} · ${progressText(news, this.words)}`;
      });
      return { cost: lanes[0].costUsd, outside: lanes[0].secondsOutsideObjective, failed: lanes[0].failedRequests };
    } catch {
      return null;
    }
  }

  list() {
    const points = this.found?.points ?? [],
      num = text => h('td', { class: 'num' }, text);
    this.table.closest('details').hidden = !points.length;
    this.table.tBodies[0].replaceChildren(
      ...points.map(({ target, cost, outside, failed }) =>
        h('tr', {}, h('th', { scope: 'row', class: 'num' }, `${target} %`), num(cost.toFixed(2)), num(grouped(outside)), num(grouped(failed))),
      ),
    );
  }
}

// Whether strategies differ, or only these requests happened to: the same scenario with twenty seeds, computed behind the run that
// is on the stage as soon as nothing about it is kept back. Waits of one run hang together, so its own requests cannot tell.
import { grouped } from '../../scene/numbers.js';
import { figures, progressText } from '../long-run.js';
import { millis } from './results.js';

/** As many as the server needs to say anything about differences. */
export const SEEDS = 20;
/** Requests of all lanes together; twenty times as many are computed in a second or two. More are computed when asked for. */
export const AT_MOST = 50000;
/** Of the requests: as many as this in flight at the end, and the 99th percentile may be another. */
const MANY = 0.01;
/** What is on the stage comes first. */
const AFTER_MILLIS = 1000;

export class OtherSeeds {
  /**
   * @param {HTMLTableElement} result
   * @param {{button: HTMLButtonElement, state: HTMLElement}} parts for runs that are too long to be computed unasked
   * @param {string} api address of the lab's API, without a slash at the end
   * @param {(lanes: object[]|null) => void} [told] what is known of the lanes, or that nothing is
   */
  constructor(result, { button, state }, api, words, told = () => {}) {
    this.result = result;
    this.button = button;
    this.state = state;
    this.api = api;
    this.words = words;
    this.told = told;
    this.query = '';
    /** Whether they come without being asked for. */
    this.unasked = false;
    /** Another run is waited for, so that nothing more is computed for this one. */
    this.left = true;
    /** @type {AbortController|null} */
    this.controller = null;
    this.timer = 0;
    this.button.addEventListener('click', () => (this.controller ? this.stop() : this.ask()));
  }

  /**
   * Another run is on the page: what was measured belongs to its conditions.
   * @param {string} query
   * @param {number} requests of all its lanes
   */
  show(query, requests) {
    this.stop();
    this.query = query;
    this.unasked = requests <= AT_MOST;
    this.button.hidden = this.unasked;
    this.state.textContent = '';
    this.write(this.unasked ? '…' : '–');
    this.told(null);
  }

  /** Another run is asked for. */
  leave() {
    this.left = true;
    this.stop();
  }

  /** Which has come, or never will. */
  stay() {
    this.left = false;
  }

  /** @param {boolean} withheld something about the run is kept back until it is guessed, and with it whatever compares */
  begin(withheld) {
    if (withheld || !this.unasked || this.left || this.timer || this.controller) return;
    this.timer = setTimeout(() => this.ask(), AFTER_MILLIS);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.controller?.abort();
    this.controller = null;
    this.button.textContent = this.words('seeds.measure');
  }

  async ask() {
    const own = (this.controller = new AbortController());
    this.button.textContent = this.words('seeds.stop');
    try {
      const { runs, lanes } = await figures(`${this.api}/replications?${this.query}&from=0&runs=${SEEDS}`, own.signal, news => {
        if (!this.button.hidden) this.state.textContent = progressText(news, this.words);
      });
      if (this.controller !== own) return;
      this.showLanes(runs, lanes);
      this.told(lanes);
      this.button.hidden = true;
    } catch (error) {
      if (own.signal.aborted) return this.forget();
      this.write('–');
      this.button.hidden = false;
      this.state.textContent = error.errors?.[0]?.message ?? this.words('seeds.failed');
    }
    this.unasked = false; // once is enough, also where it failed
    this.stop();
  }

  /** Stopped by hand or for another run: no progress stays that comes no further. */
  forget() {
    if (!this.controller) this.state.textContent = '';
  }

  showLanes(runs, lanes) {
    const { words } = this;
    this.rows().forEach((row, i) => {
      const { meanToFirst, p95From, p95To, best } = lanes[i];
      if (i) this.cell(row, 'vs').textContent = meanToFirst ? difference(meanToFirst) : '–';
      this.cell(row, 'moves').textContent = p95From === null ? '–' : `${millis(p95From)}–${millis(p95To)}`;
      this.cell(row, 'p95').classList.toggle('best', best);
    });
    this.state.textContent = [
      words('seeds.known', grouped(runs)),
      lanes.length > 1 && words(lanes.some(lane => lane.best) ? 'seeds.best' : 'seeds.none'),
      ...this.caveats(lanes),
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** What the figures of the whole run owe to its empty start, beyond chance, and to leaving out what was under way at its end. */
  caveats(lanes) {
    const warmUp = Math.min(0, ...lanes.flatMap(({ warmUp: w }) => (w && w.mean + w.half < 0 ? [w.mean] : []))),
      inFlight = Math.max(...lanes.map(lane => lane.inFlightShare));
    return [
      warmUp && this.words('seeds.warm-up', millis(-warmUp)),
      inFlight >= MANY && this.words('seeds.in-flight', (inFlight * 100).toFixed(1)),
    ];
  }

  /** Before anything is known: nothing is best. */
  write(text) {
    this.rows().forEach((row, i) => {
      this.cell(row, 'vs').textContent = i ? text : this.words('result.base');
      this.cell(row, 'moves').textContent = text;
      this.cell(row, 'p95').classList.toggle('best', false);
    });
  }

  rows() {
    return [...this.result.querySelectorAll('tbody tr')];
  }

  cell(row, name) {
    return row.querySelector(`.${name}`);
  }
}

const difference = ({ mean, half }) => `${mean < 0 ? '−' : '+'}${millis(Math.abs(mean))} ± ${millis(half)}`;

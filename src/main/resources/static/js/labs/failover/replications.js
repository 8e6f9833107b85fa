// The same scenario with one seed after another: a thousand runs, asked for a hundred at a time, so that progress shows and
// leaving off is enough to stop.

import { grouped } from '../../scene/numbers.js';
import { figures, progressText } from '../long-run.js';

const RUNS = 1000,
  AT_ONCE = 100;

export class Replications {
  /**
   * @param {{button: HTMLButtonElement, state: HTMLElement}} parts
   * @param {string} api address of the lab's API, without a slash at the end
   * @param {() => void} changed called when more runs are known
   */
  constructor(parts, api, words, changed) {
    this.button = parts.button;
    this.state = parts.state;
    this.api = api;
    this.words = words;
    this.changed = changed;
    this.query = '';
    this.lanes = null;
    this.known = 0;
    this.asking = 0;
    /** @type {AbortController|null} */
    this.controller = null;
    this.button.addEventListener('click', () => (this.asking ? this.stop() : this.ask()));
  }

  /** Another run: what was measured belongs to its conditions. */
  show(query) {
    this.stop();
    this.query = query;
    this.lanes = null;
    this.known = 0;
    this.say('');
  }

  stop() {
    this.controller?.abort();
    this.asking = 0;
    this.button.textContent = this.words('seeds.measure');
  }

  async ask() {
    const own = (this.asking = Date.now());
    this.button.textContent = this.words('seeds.stop');
    this.lanes = null;
    this.known = 0;
    this.controller = new AbortController();
    while (this.asking === own && this.known < RUNS) {
      const part = await this.answer(this.known, this.controller.signal);
      if (this.asking !== own) return;
      if (!part) {
        this.say(this.words('seeds.failed'));
        break;
      }
      this.add(part);
      this.say(this.words('seeds.known', grouped(this.known), grouped(RUNS)));
      this.changed();
    }
    if (this.asking === own) this.stop();
  }

  /** A part of the answer, or null. Where so many at once are more than the server computes, it names how many are not. */
  async answer(from, signal, runs = AT_ONCE) {
    const known = this.known ? `${this.words('seeds.known', grouped(this.known), grouped(RUNS))} · ` : '';
    try {
      return await figures(`${this.api}/replications?${this.query}&from=${from}&runs=${runs}`, signal, news =>
        this.say(known + progressText(news, this.words)),
      );
    } catch (error) {
      const most = Number(error.errors?.find(e => e.code === 'too-many-seeds')?.allowed.max);
      return most >= 1 && most < runs ? this.answer(from, signal, most) : null;
    }
  }

  add({ runs, lanes }) {
    this.lanes ??= lanes.map(() => ({ first: [], last: [], lost: [] }));
    lanes.forEach((lane, i) => {
      this.lanes[i].first.push(...lane.firstSeconds);
      this.lanes[i].last.push(...lane.lastSeconds);
      this.lanes[i].lost.push(...lane.acknowledgedWritesLost);
    });
    this.known += runs;
  }

  say(text) {
    this.state.textContent = text;
  }
}

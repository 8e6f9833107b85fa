// The same scenario with one seed after another: a thousand runs, asked for a hundred at a time, so that progress shows and
// leaving off is enough to stop.

import { grouped } from '../../scene/numbers.js';

const RUNS = 1000,
  AT_ONCE = 100;

export class Replications {
  /**
   * @param {{button: HTMLButtonElement, state: HTMLElement}} parts
   * @param {string} api address of the lab's API, without a slash at the end
   * @param {() => void} changed called when more runs are known
   */
  constructor(parts, api, words, changed) {
    Object.assign(this, parts, { api, words, changed, query: '', lanes: null, known: 0, asking: 0 });
    this.button.addEventListener('click', () => (this.asking ? this.stop() : this.ask()));
  }

  /** Another run: what was measured belongs to its conditions. */
  show(query) {
    this.stop();
    Object.assign(this, { query, lanes: null, known: 0 });
    this.say('');
  }

  stop() {
    this.asking = 0;
    this.button.textContent = this.words('seeds.measure');
  }

  async ask() {
    const own = (this.asking = Date.now());
    this.button.textContent = this.words('seeds.stop');
    Object.assign(this, { lanes: null, known: 0 });
    while (this.asking === own && this.known < RUNS) {
      const response = await this.answer(this.known);
      if (this.asking !== own) return;
      if (!response) {
        this.say(this.words('seeds.failed'));
        break;
      }
      this.add(response);
      this.say(this.words('seeds.known', grouped(this.known), grouped(RUNS)));
      this.changed();
    }
    if (this.asking === own) this.stop();
  }

  /** A part of the answer, or null; a busy server is asked again. */
  async answer(from) {
    for (let tried = 0; tried < 5; tried++) {
      try {
        const response = await fetch(`${this.api}/replications?${this.query}&from=${from}&runs=${AT_ONCE}`);
        if (response.ok) return await response.json();
        if (response.status !== 503) return null;
        const seconds = Number(response.headers.get('Retry-After') ?? 1);
        await new Promise(done => setTimeout(done, seconds * 1000));
      } catch {
        return null;
      }
    }
    return null;
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

// Fetches runs. A newer question ends the older one.
import { decode } from '../timeline/decode.js';
import { BadQuery } from './bad-query.js';
import { columns, figures, together } from './long-run.js';

export { BadQuery };

export class RunFetcher {
  /** @param {string} api address of the lab's API, without a slash at the end */
  constructor(api) {
    this.api = api;
    this.controller = null;
  }

  /**
   * @param {boolean} withSummary whether the figures are wanted too
   * @param {(news: import('./long-run.js').Progress) => void} [onProgress] told how figures and columns that are long to compute come on
   * @returns {Promise<{timeline: object|null, summary: object|null}>} no timeline where the run has too many requests to be
   * drawn
   * @throws BadQuery, or a DOMException named AbortError when a newer question came
   */
  async fetch(query, withSummary, onProgress = () => {}) {
    this.controller?.abort();
    const { signal } = (this.controller = new AbortController());
    const part = together(onProgress),
      [summary, timeline] = await Promise.allSettled([
        withSummary ? part(tell => figures(`${this.api}/run?${query}`, signal, tell)) : null,
        part(tell => columns(`${this.api}/timeline?${query}`, signal, tell)).then(decode),
      ]);
    if (signal.aborted) throw new DOMException('a newer run was asked for', 'AbortError');
    if (summary.status === 'rejected') throw summary.reason;
    if (timeline.status === 'fulfilled') return { timeline: timeline.value, summary: summary.value };
    if (timeline.reason instanceof BadQuery && timeline.reason.errors.every(e => e.code === 'too-many-requests'))
      return { timeline: null, summary: summary.value };
    throw timeline.reason;
  }

  /** Nobody waits for it any more. */
  cancel() {
    this.controller?.abort();
  }
}

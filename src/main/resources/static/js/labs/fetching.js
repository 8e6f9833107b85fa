// Fetches runs. A newer question ends the older one.
import { decode, MEDIA_TYPE } from '../timeline/decode.js';
import { BadQuery } from './bad-query.js';
import { figures, pause } from './long-run.js';

export { BadQuery };

export class RunFetcher {
  /** @param {string} api address of the lab's API, without a slash at the end */
  constructor(api) {
    this.api = api;
    this.controller = null;
  }

  /**
   * @param {boolean} withSummary whether the figures are wanted too
   * @param {Function} onProgress told how figures that are long to compute come on
   * @returns {Promise<{timeline: object|null, summary: object|null}>} no timeline where the run has too many requests to be
   * drawn
   * @throws BadQuery, or a DOMException named AbortError when a newer question came
   */
  async fetch(query, withSummary, onProgress = () => {}) {
    this.controller?.abort();
    const { signal } = (this.controller = new AbortController());
    const [summary, timeline] = await Promise.allSettled([
      withSummary ? figures(`${this.api}/run?${query}`, signal, onProgress) : null,
      this.timeline(query, signal),
    ]);
    if (signal.aborted) throw new DOMException('a newer run was asked for', 'AbortError');
    if (summary.status === 'rejected') throw summary.reason;
    if (timeline.status === 'fulfilled') return { timeline: timeline.value, summary: summary.value };
    if (timeline.reason instanceof BadQuery && timeline.reason.errors.every(e => e.code === 'too-many-requests'))
      return { timeline: null, summary: summary.value };
    throw timeline.reason;
  }

  async timeline(query, signal) {
    return decode(await (await answer(`${this.api}/timeline?${query}`, MEDIA_TYPE, signal)).arrayBuffer());
  }

  /** Nobody waits for it any more. */
  cancel() {
    this.controller?.abort();
  }
}

const TRIES = 4;

/** A busy server names the seconds after which to come back; that often the page comes back by itself. */
async function answer(address, accept, signal) {
  for (let tried = 1; ; tried++) {
    const response = await fetch(address, { signal, headers: { Accept: accept } });
    if (response.ok) return response;
    if (response.status === 400) throw new BadQuery(await response.json());
    if (![429, 503].includes(response.status) || tried === TRIES) throw new Error(String(response.status));
    await pause(Number(response.headers.get('Retry-After') ?? 1) * 1000, signal);
  }
}

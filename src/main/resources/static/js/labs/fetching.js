// Fetches runs. A newer question ends the older one.
import { decode, MEDIA_TYPE } from '../timeline/decode.js';

/** The server found something wrong with the query; `errors` names every parameter. */
export class BadQuery extends Error {
  constructor(problem) { super(problem.detail ?? problem.title); this.errors = problem.errors ?? []; }
}

export class RunFetcher {
  /** @param {string} api address of the lab's API, without a slash at the end */
  constructor(api) { this.api = api; this.controller = null; }

  /**
   * @returns {Promise<{timeline: object|null, summary: object|null}>} no timeline where the run has too many requests to be drawn
   * @throws BadQuery, or a DOMException named AbortError when a newer question came
   */
  async fetch(query, withSummary) {
    this.controller?.abort();
    const { signal } = this.controller = new AbortController();
    const [summary, timeline] = await Promise.allSettled([withSummary ? this.summary(query, signal) : null, this.timeline(query, signal)]);
    if (signal.aborted) throw new DOMException('a newer run was asked for', 'AbortError');
    if (summary.status === 'rejected') throw summary.reason;
    if (timeline.status === 'fulfilled') return { timeline: timeline.value, summary: summary.value };
    if (timeline.reason instanceof BadQuery && timeline.reason.errors.every(e => e.code === 'too-many-requests')) return { timeline: null, summary: summary.value };
    throw timeline.reason;
  }

  async timeline(query, signal) {
    const answer = await fetch(`${this.api}/timeline?${query}`, { signal, headers: { Accept: MEDIA_TYPE } });
    return decode(await (await checked(answer)).arrayBuffer());
  }

  async summary(query, signal) {
    return (await checked(await fetch(`${this.api}/run?${query}`, { signal, headers: { Accept: 'application/json' } }))).json();
  }
}

async function checked(answer) {
  if (answer.ok) return answer;
  if (answer.status === 400) throw new BadQuery(await answer.json());
  throw new Error(String(answer.status));
}

// Asks for what may be long to compute and hears how it comes on: lines of JSON, the last of them with the figures or before
// the columns. Hanging up cancels.
import { answerTo, COLUMNS, FIGURES } from './ahead.js';
import { BadQuery } from './bad-query.js';
import { AWAITED_MEDIA_TYPE } from '../timeline/decode.js';

const TRIES = 6;
const NEW_LINE = 10;

/** @typedef {{state: string, position?: number, share: number, status?: number, seconds?: number}} Progress how a run comes on */

/**
 * @param {string} address what is asked for
 * @param {AbortSignal} signal ends the question, and the work with it
 * @param {(progress: Progress) => void} onProgress called while it is waited for
 * @returns {Promise<object>} the figures
 * @throws BadQuery, RunFailed, another Error, or a DOMException named AbortError
 */
export async function figures(address, signal, onProgress) {
  const response = await answer(address, FIGURES, signal, onProgress);
  return (await lastLine(response, onProgress)).news.result;
}

/**
 * The same for columns.
 * @returns {Promise<ArrayBuffer>} a whole timeline
 */
export async function columns(address, signal, onProgress) {
  const response = await answer(address, COLUMNS, signal, onProgress);
  if (!response.headers.get('Content-Type')?.startsWith(AWAITED_MEDIA_TYPE)) return response.arrayBuffer(); // a short one
  const { news, rest } = await lastLine(response, onProgress),
    bytes = new Blob(await rest()).stream();
  return new Response(news.encoding === 'gzip' ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes).arrayBuffer();
}

/** The server says in words why there is no result. */
export class RunFailed extends Error {}

/** A busy server names the seconds after which to come back; that often the page comes back by itself, and says so. */
async function answer(address, accept, signal, onProgress) {
  for (let tried = 1; ; tried++) {
    const response = await answerTo(address, accept, signal),
      { status } = response;
    if (response.ok) return response;
    const problem = response.headers.get('Content-Type')?.startsWith('application/problem+json') ? await response.json() : {};
    if (problem.errors) throw new BadQuery(problem);
    if (![429, 503].includes(status) || tried === TRIES)
      throw problem.detail ? new RunFailed(problem.detail) : new Error(String(status));
    const seconds = Number(response.headers.get('Retry-After') ?? 1);
    onProgress({ state: 'refused', status, seconds, share: 0 });
    await pause(seconds * 1000, signal);
  }
}

/** Tells of every line, and ends with the last one and a way to the bytes behind it. */
async function lastLine(response, onProgress) {
  const reader = response.body.getReader();
  for (let line = []; ; ) {
    const { value, done } = await reader.read();
    if (done) throw new Error('…');
    let from = 0;
    for (let end; (end = value.indexOf(NEW_LINE, from)) >= 0; from = end + 1) {
      const news = JSON.parse(await new Blob([...line, value.subarray(from, end)]).text());
      line = [];
      if (news.state === 'failed') throw new RunFailed(news.detail);
      if (news.state === 'done') return { news, rest: () => allOf(reader, value.subarray(end + 1)) };
      onProgress(news);
    }
    line.push(value.subarray(from));
  }
}

async function allOf(reader, first) {
  const parts = [first];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return parts;
    parts.push(value);
  }
}

/**
 * Several long things that are waited for as one: as far as all of those that were heard of, and waiting while none is computed.
 * @param {(progress: Progress) => void} onProgress
 * @returns {(ask: (tell: (progress: Progress) => void) => Promise<any>) => Promise<any>} has each of them ask
 */
export function together(onProgress) {
  const all = [];
  return ask => {
    const own = { state: null };
    const tell = news => {
      if (!own.state) all.push(own);
      Object.assign(own, news);
      const of = state => all.filter(each => each.state === state),
        share = all.reduce((sum, each) => sum + each.share, 0) / all.length;
      if (of('running').length) onProgress({ state: 'running', position: 0, share });
      else if (of('waiting').length)
        onProgress({ state: 'waiting', position: Math.min(...of('waiting').map(each => each.position)), share });
      else onProgress({ ...news, share });
    };
    return ask(tell).finally(() => Object.assign(own, { state: 'done', share: 1 }));
  };
}

/**
 * How far a run has come, in words.
 * @param {Progress} news
 */
export const progressText = ({ state, position, share, status, seconds }, words) =>
  state === 'refused'
    ? words(`again.${status}`, seconds)
    : state === 'waiting'
      ? words(position ? 'waiting' : 'waiting.next', position)
      : words('share', Math.floor(share * 100));

/** Waits, unless nobody wants to wait any more. */
const pause = (millis, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

// Asks for figures and hears how they come on: a line of JSON each time, the figures in the last one. Hanging up cancels.
import { BadQuery } from './bad-query.js';

const TRIES = 6;

/**
 * @param {string} address what is asked for
 * @param {AbortSignal} signal ends the question, and the work with it
 * @param {(progress: {state: string, position: number, share: number}) => void} onProgress called while it is waited for
 * @returns {Promise<object>} the figures
 * @throws BadQuery, an Error that says what went wrong, or a DOMException named AbortError
 */
export async function figures(address, signal, onProgress) {
  for (let tried = 1; ; tried++) {
    const response = await fetch(address, { signal, headers: { Accept: 'application/x-ndjson, application/problem+json' } });
    if (response.ok) return lastLine(response, onProgress);
    if (response.status === 400) throw new BadQuery(await response.json());
    if (![429, 503].includes(response.status) || tried === TRIES) throw new Error(String(response.status));
    await pause(Number(response.headers.get('Retry-After') ?? 1) * 1000, signal);
  }
}

async function lastLine(response, onProgress) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ; ) {
    const { value, done } = await reader.read();
    text += value ?? '';
    const lines = text.split('\n');
    text = lines.pop();
    for (const line of lines) {
      const news = JSON.parse(line);
      if (news.state === 'done') return news.result;
      if (news.state === 'failed') throw new Error(news.detail);
      onProgress(news);
    }
    if (done) throw new Error('…');
  }
}

/** How far a run has come, in words. */
export const progressText = ({ state, position, share }, words) =>
  state === 'waiting' ? words('waiting', position) : words('share', Math.floor(share * 100));

/** Waits, unless nobody wants to wait any more. */
export const pause = (millis, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

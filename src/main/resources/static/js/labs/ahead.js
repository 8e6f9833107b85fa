// What was asked for before anybody was there to ask: the page's first module asks for the run, and the code that draws it, which
// is longer on its way, finds the answer under way already.
import { AWAITED_MEDIA_TYPE, MEDIA_TYPE } from '../timeline/decode.js';

/** How figures and columns are asked for: both may be long to compute, and say so. */
export const FIGURES = 'application/x-ndjson, application/problem+json',
  COLUMNS = `${AWAITED_MEDIA_TYPE}, ${MEDIA_TYPE}`;

const asked = new Map();

/** Asks for something that will be wanted once. */
export function askAhead(address, accept) {
  const controller = new AbortController(),
    answer = ask(address, accept, controller.signal);
  answer.catch(() => {}); // told to whoever wants it
  asked.set(`${accept} ${address}`, { answer, controller });
}

/**
 * @param {AbortSignal} [signal] ends the question
 * @returns {Promise<Response>} the answer that was asked for ahead, else a new one
 */
export function answerTo(address, accept, signal) {
  const key = `${accept} ${address}`,
    ahead = asked.get(key);
  if (!ahead) return ask(address, accept, signal);
  asked.delete(key);
  if (signal?.aborted) ahead.controller.abort();
  else signal?.addEventListener('abort', () => ahead.controller.abort());
  return ahead.answer;
}

const ask = (address, accept, signal) => fetch(address, { signal, headers: { Accept: accept } });

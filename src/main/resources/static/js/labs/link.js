// The address of a page at an instant of its run.
import { addressTime } from '../scene/numbers.js';

/** @param {number} tMicros */
export const hashOf = tMicros => `#t=${addressTime(tMicros).slice(0, -1)}`;

/** The instant that a shared link opens at, in µs, or null. */
export function sharedInstant() {
  const shared = /^#t=([\d.]+)$/.exec(location.hash);
  return shared ? Number(shared[1]) * 1e6 : null;
}

const SAID = 6000; // ms

/**
 * @param {string} link
 * @param {HTMLElement} line where it is said for a while whether it could be copied
 * @param {(key: string) => string} words
 */
export async function copyLink(link, line, words) {
  try {
    await navigator.clipboard.writeText(link);
    line.textContent = words('copied');
  } catch {
    line.textContent = words('copied.not');
  }
  setTimeout(() => {
    line.textContent = '';
  }, SAID);
}

// The text as it will be read, beside the text as it is written. Rendered and sanitised by the server, as everywhere.
import { draw } from './drawn.js';

const asking = new WeakMap();

export function preview(form, textarea, wait = 350) {
  const now = asking.get(textarea) ?? {};
  asking.set(textarea, now);
  clearTimeout(now.timer);
  now.timer = setTimeout(async () => {
    // The answer for an older text must not come after the one for a newer.
    now.flight?.abort();
    const flight = now.flight = new AbortController();
    const body = new URLSearchParams({ markdown: textarea.value, date: form.elements.date.value, _csrf: form.elements._csrf.value });
    try {
      const answer = await fetch(form.dataset.preview, { method: 'POST', body, signal: flight.signal, headers: { Accept: 'text/html' } });
      if (!answer.ok) return;
      const read = textarea.closest('.pair').querySelector('.beside');
      read.innerHTML = await answer.text();
      await draw(read);
    } catch { /* A preview that does not come leaves the last one; the next key asks again. */ }
  }, wait);
}

/** The preview follows the text when that is scrolled. */
export function follow(textarea) {
  const room = textarea.scrollHeight - textarea.clientHeight, read = textarea.closest('.pair').querySelector('.beside');
  if (room > 0) read.scrollTop = textarea.scrollTop / room * (read.scrollHeight - read.clientHeight);
}

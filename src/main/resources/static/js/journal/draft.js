// What was typed and is not saved yet, kept in this browser: a crash, a full disk or a lost connection loses no word.
const PREFIX = 'tilab.draft.';
const SENT = 'tilab.sent';
const TECHNICAL = /^(_csrf|version|compare|date)$|\.origin$/;

/** A draft belongs to one day, also while the day is not stored yet; that of its text is another one than that of its form. */
export const keyOf = form => PREFIX + (form.dataset.draft ?? '') + (form.dataset.date || form.elements.date.value || 'new');

/** The days that this browser keeps a draft of, in order; with 'text.' those whose text it keeps. */
export function days(kind = '') {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(PREFIX + kind)).map(key => key.slice((PREFIX + kind).length)).filter(day => /^\d{4}-\d\d-\d\d$/.test(day)).sort();
  } catch {
    return [];
  }
}

/** What a form says, without what only machines read: two forms that say the same are the same. */
export const meaning = params => JSON.stringify([...params]
  .filter(([name, value]) => !TECHNICAL.test(name) && value.trim() !== '')
  .map(([name, value]) => [name.replace(/\[\d+]/, '[]'), value.replaceAll('\r\n', '\n').trim()]));

export const fieldsOf = form => new URLSearchParams(/** @type {any} */ (new FormData(form)));

export function keep(key, params) {
  const copy = new URLSearchParams(params);
  copy.delete('_csrf');
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: copy.toString() }));
  } catch { /* Full or forbidden: the page still warns before it is left. */ }
}

export function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    return kept && { at: kept.at, fields: new URLSearchParams(kept.fields) };
  } catch {
    return null;
  }
}

export const forget = key => { try { localStorage.removeItem(key); } catch { /* nothing was kept then */ } };

/** Remembers which draft is on its way; the page that follows a save forgets it, the form that comes back does not. */
export const sent = key => { try { sessionStorage.setItem(SENT, key); } catch { /* then it is offered once more */ } };

export function arrived(saved) {
  try {
    const key = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    if (saved && key) forget(key);
  } catch { /* as above */ }
}

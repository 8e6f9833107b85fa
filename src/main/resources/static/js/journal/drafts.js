// Tells, outside the form too, that this browser keeps text of a day that was never saved.
import * as draft from './draft.js';

const box = document.querySelector('[data-drafts]');
const only = box?.dataset.drafts;
const days = box ? draft.days().filter(day => !only || day === only) : [];
if (days.length) {
  const name = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
  for (const day of days) {
    const link = document.createElement('a');
    link.href = `/journal/new?date=${day}`;
    link.textContent = name.format(new Date(`${day}T00:00:00Z`));
    box.append(' ', link);
  }
  box.hidden = false;
}

// Tells, outside the form too, that this browser keeps text of a day that was never saved.
import * as draft from './draft.js';
import { dates } from './texts.js';

const box = document.querySelector('[data-drafts]');
const only = box?.dataset.drafts;
const kept = kind => box ? draft.days(kind).filter(day => !only || day === only) : [];
const drafts = [...kept('').map(day => [day, '/journal/new']), ...kept('text.').map(day => [day, '/journal/new/text'])];
if (drafts.length) {
  const name = dates({ dateStyle: 'long', timeZone: 'UTC' });
  for (const [i, [day, page]] of drafts.entries()) {
    const link = document.createElement('a');
    link.href = `${page}?date=${day}`;
    link.textContent = name.format(new Date(`${day}T00:00:00Z`));
    box.append(i ? ' · ' : ' ', link);
  }
  box.hidden = false;
}

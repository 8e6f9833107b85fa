// What the form of a day and its text have in common.
import { say, dates } from './texts.js';
import * as draft from './draft.js';
import { keyOf } from '../keys.js';

/** Keys: save now, done. */
export function keys(form, saver) {
  // Wherever the keys are: beside the form the browser would save the page.
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (keyOf(event) === 's') { event.preventDefault(); saver.save(); }
    if (event.key === 'Enter') { event.preventDefault(); form.requestSubmit(form.querySelector('[value="save"]')); }
  });
}

/** Offers what this browser kept of an earlier visit and the journal never got; `restore` gets its fields. */
export function offer(form, saver, restore) {
  const kept = draft.read(draft.keyOf(form)), box = document.getElementById('draft');
  if (kept) {
    const same = draft.meaning(kept.fields) === draft.meaning(draft.fieldsOf(form));
    if (same && !saver.dirty) draft.forget(draft.keyOf(form));
    if (!same) {
      const when = dates({ dateStyle: 'long', timeStyle: 'short' }).format(kept.at);
      box.querySelector('p').prepend(`${say('draft.of', when)}. `);
      box.hidden = false;
    }
  }
  box.addEventListener('click', event => {
    const what = event.target.dataset.draft;
    if (what === 'forget') { draft.forget(draft.keyOf(form)); box.hidden = true; }
    if (what === 'restore') restore(kept.fields, box);
  });
}

/** What was typed while the script was still on its way counts like everything that is typed after it. A field shows line ends
 * in its own way, which is not typing. */
export function catchUp(form) {
  const began = field => field.defaultValue.replace(/\r\n?|\n/g, field.matches('textarea') ? '\n' : '');
  for (const field of form.elements) {
    if (field.name && field.matches('input, textarea') && field.value !== began(field)) field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

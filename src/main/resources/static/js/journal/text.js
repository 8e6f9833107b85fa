// A day as the text that its file is: saved, kept and compared as the form is.
import { Saver } from './saver.js';
import { tools } from './tools.js';
import { attach } from './attach.js';
import { preview, follow } from './preview.js';
import { keys, offer, catchUp } from './writing.js';
import { draw } from './drawn.js';
import * as draft from './draft.js';

const form = document.getElementById('entry'), text = document.getElementById('text');
const saver = new Saver(form, () => ({}));
tools(form);
attach(form, saver);
draft.arrived(false);
// The answer to a new day that was not saved has the address that took it, under which nothing can be opened again.
if (location.pathname === '/journal/text') history.replaceState(null, '', `/journal/new/text?date=${form.elements.date.value}`);

form.addEventListener('input', event => {
  if (event.target !== text) return;
  saver.touch();
  preview(form, text);
  text.removeAttribute('aria-invalid');
});
text.addEventListener('scroll', () => follow(text));
keys(form, saver);
draw(document.getElementById('preview'));
// With the version that it was typed over, so that a save from elsewhere in between is compared and not overwritten.
offer(form, saver, (fields, box) => {
  form.elements.version.value = fields.get('version') ?? '';
  text.value = fields.get('text') ?? '';
  text.dispatchEvent(new InputEvent('input', { bubbles: true }));
  box.hidden = true;
});
document.getElementById('problems')?.focus();
catchUp(form);

// Makes writing a day pleasant. Everything here has a counterpart that works without it.
import { count } from './texts.js';
import { Rows, lists } from './rows.js';
import { Saver } from './saver.js';
import { tools } from './tools.js';
import { attach } from './attach.js';
import { preview, follow } from './preview.js';
import './heading.js';
import { keys, offer, catchUp } from './writing.js';
import * as draft from './draft.js';
import { targetOf } from '../keys.js';

const form = document.getElementById('entry');
const saver = new Saver(form, lists);
const list = new Rows(form, () => saver.touch());
tools(form);
attach(form, saver);
draft.arrived(false);
// A form that the server sent back has the address of a list; language, reload and bookmark must lead to a form again.
if (!/\/(new|edit)$/.test(location.pathname)) {
  const { date } = form.dataset, typed = document.getElementById('date').value;
  history.replaceState(null, '', (date ? `/journal/${date}/edit` : `/journal/new${typed && `?date=${typed}`}`) + location.hash);
}

form.addEventListener('input', event => {
  const field = event.target;
  // A check box in a preview is the text's, not the form's.
  if (!field.name) return;
  saver.touch();
  // The preview comes with the first letter; from then on when the fingers rest.
  if (field.matches('.pair textarea')) preview(form, field, field.closest('.pair').querySelector('.beside').childElementCount ? undefined : 0);
  if (field.id === 'retrospective') document.querySelector('[data-count="retrospective"]').textContent = count(field.value, '–');
  if (field.name?.startsWith('scrum.')) {
    const notes = [...form.querySelectorAll('[name^="scrum."]')];
    document.querySelector('[data-count="scrum"]').textContent = `${notes.filter(one => one.value.trim()).length}/${notes.length}`;
  }
  if (field.hasAttribute('aria-invalid')) field.removeAttribute('aria-invalid');
});
form.addEventListener('scroll', event => { if (event.target.matches?.('.pair textarea')) follow(event.target); }, true);

keys(form, saver);

// Enter in a line goes on to the next field. It never sends the form: a day is done when its writer says so.
form.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || !event.target.matches('input')) return;
  event.preventDefault();
  const fields = [...form.querySelectorAll('input:not([type="hidden"]), textarea')].filter(field => field.name && (field === event.target || field.checkVisibility?.() !== false));
  const next = fields[fields.indexOf(event.target) + 1];
  if (next) { const body = next.closest('details'); if (body) body.open = true; next.focus(); }
});

// On narrow screens text and preview share one place, with a tab each.
const show = tab => {
  const body = tab.closest('.body'), see = tab.id.endsWith('-see');
  for (const one of tab.parentElement.children) {
    const on = one === tab;
    one.classList.toggle('on', on);
    one.setAttribute('aria-selected', on);
    one.tabIndex = on ? 0 : -1;
  }
  body.querySelector('.pair').classList.toggle('seen', see);
  if (see) preview(form, body.querySelector('textarea'), 0);
};
form.addEventListener('click', event => { const tab = event.target.closest('[role="tab"]'); if (tab) show(tab); });
form.addEventListener('keydown', event => {
  if (!event.target.matches('[role="tab"]') || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
  const other = event.target.nextElementSibling ?? event.target.previousElementSibling;
  show(other);
  other.focus();
});

// The list at the left opens what it leads to, and tells where one is.
const reveal = () => {
  const target = targetOf(location.hash);
  const body = target && (target.querySelector(':scope > details') ?? target.closest('details'));
  if (body) body.open = true;
};
addEventListener('hashchange', reveal);
reveal();
const links = document.querySelector('.rows');
form.addEventListener('focusin', event => {
  const row = event.target.closest('.topic');
  const at = row ? row.id : event.target.closest('section')?.querySelector('h2')?.id;
  const hash = at === 'looking-back' ? '#retrospective' : `#${at}`;
  for (const link of links.querySelectorAll('a')) link.classList.toggle('on', link.hash === hash);
});

offer(form, saver, fields => {
  // The server shows the form with every row of it, as it does for a row's button; it is saved only when the writer says so.
  const again = document.createElement('form');
  again.method = 'post';
  again.action = form.getAttribute('action');
  for (const [name, value] of [...fields, ['_csrf', form.elements._csrf.value], ['action', 'preview:0']]) {
    const field = document.createElement('textarea');
    Object.assign(field, { name, value });
    again.append(field);
  }
  again.hidden = true;
  document.body.append(again);
  saver.dirty = false;
  again.submit();
});
// Who comes to go on writing goes on at the end of the text.
const goesOn = form.querySelector('textarea[autofocus]');
if (goesOn) {
  goesOn.focus();
  goesOn.setSelectionRange(goesOn.value.length, goesOn.value.length);
  goesOn.scrollTop = goesOn.scrollHeight;
}
if (document.getElementById('problems')) document.getElementById('problems').focus();
list.index();
catchUp(form);

// Bold, code, list, link: wraps what is selected, as typing it would, so that the browser's undo takes it back.
import { keyOf } from '../keys.js';

function put(field, start, end, text, from, to) {
  field.focus();
  field.setSelectionRange(start, end);
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, start, end);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(start + from, start + to);
}

/** Puts text into a field where nobody may be typing, in the place of so many letters. Who types in it goes on where they were. */
export function insert(field, at, text, letters = 0) {
  if (document.activeElement === field) {
    const { selectionStart: s, selectionEnd: e } = field, later = place => place <= at ? place + (place === at && !letters ? text.length : 0) : Math.max(at, place - letters) + text.length;
    put(field, at, at + letters, text, 0, 0);
    field.setSelectionRange(later(s), later(e));
  } else {
    field.setRangeText(text, at, at + letters, 'preserve');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

const around = (field, before, after = before) => {
  const { selectionStart: s, selectionEnd: e, value } = field, chosen = value.slice(s, e);
  put(field, s, e, before + chosen + after, before.length, before.length + chosen.length);
};

const TOOLS = {
  bold: field => around(field, '**'),
  code: field => field.value.slice(field.selectionStart, field.selectionEnd).includes('\n') ? around(field, '```\n', '\n```') : around(field, '`'),
  list: field => {
    const start = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1;
    const lines = field.value.slice(start, field.selectionEnd).split('\n'), all = lines.every(line => line.startsWith('- '));
    const text = lines.map(line => all ? line.slice(2) : `- ${line}`).join('\n');
    put(field, start, field.selectionEnd, text, text.length, text.length);
  },
  link: field => {
    const { selectionStart: s, selectionEnd: e, value } = field, chosen = value.slice(s, e), web = /^https?:\/\/\S+$/.test(chosen);
    if (web) put(field, s, e, `[](${chosen})`, 1, 1);
    else put(field, s, e, `[${chosen}](https://)`, chosen.length + 3, chosen.length + 11);
  },
};

const KEYS = { b: 'bold', e: 'code', k: 'link' };

const ITEM = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;
const lineOf = (field, at) => { const start = field.value.lastIndexOf('\n', at - 1) + 1; return { start, text: field.value.slice(start, at) }; };

/** Enter in a list goes on with it; in an item that says nothing it ends the list: what stands right below an item would belong to it. */
function nextItem(field) {
  const at = field.selectionStart, { start, text } = lineOf(field, at), item = ITEM.exec(text);
  if (!item || at !== field.selectionEnd) return false;
  if (text.length === item[0].length) {
    const apart = field.matches('.pair textarea') && start > 0 ? '\n' : '';
    put(field, start, at, apart, apart.length, apart.length);
  } else {
    const [, indent, bullet, number, dot, gap, box] = item;
    const next = `\n${indent}${bullet ?? `${+number + 1}${dot}`}${gap}${box ? '[ ] ' : ''}`;
    put(field, at, at, next, next.length, next.length);
  }
  return true;
}

/** Tab in a list indents its line, with Shift it takes that back; elsewhere Tab goes to the next field, as ever. */
function indented(field, back) {
  const at = field.selectionStart, { start } = lineOf(field, at);
  const end = field.value.indexOf('\n', at), line = field.value.slice(start, end < 0 ? undefined : end), item = ITEM.exec(line);
  if (!item || at !== field.selectionEnd || back && !/^[ \t]/.test(line)) return false;
  const text = back ? line.replace(/^(\t| {1,2})/, '') : `  ${line}`, moved = Math.max(0, at - start + text.length - line.length);
  put(field, start, start + line.length, text, moved, moved);
  return true;
}

export function tools(form) {
  form.addEventListener('click', event => {
    const tool = event.target.closest('[data-tool]');
    if (tool) TOOLS[tool.dataset.tool](tool.closest('.body').querySelector('textarea'));
  });
  form.addEventListener('keydown', event => {
    // Enter and Tab that choose a syllable of Hangul are not ours.
    if (!event.target.matches('textarea') || event.isComposing || event.altKey) return;
    const command = event.ctrlKey || event.metaKey, tool = KEYS[keyOf(event)];
    if (command && !event.shiftKey && tool && event.target.matches('.pair textarea')) {
      event.preventDefault();
      TOOLS[tool](event.target);
    } else if (!command && (event.key === 'Enter' && !event.shiftKey && nextItem(event.target) || event.key === 'Tab' && indented(event.target, event.shiftKey))) {
      event.preventDefault();
    }
  });
}

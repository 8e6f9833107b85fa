// Keys of a player, wherever the focus is, except where the key already means something.
import { keyOf } from '../keys.js';

const TYPING = 'input:not([type=range], [type=radio], [type=checkbox]), select, textarea, [contenteditable]';
const PRESSING = 'button, a, summary, input[type=radio], input[type=checkbox]';

/**
 * @param {(command: string, large: boolean) => boolean} obey commands: toggle, back, on, start, end, earlier, later (marks),
 *   previous, next (requests), help; returns whether it was obeyed
 */
export function listenToKeys(obey) {
  addEventListener('keydown', event => {
    const on = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (on.matches(TYPING) || on.closest('dialog[open], [popover]')) return;
    if (on.matches('input[type=range]') && !on.closest('lab-player')) return;
    const command = commandOf(keyOf(event), on.matches(PRESSING), on.matches('[type=radio]'));
    if (command && obey(command, event.shiftKey)) event.preventDefault();
  });
}

function commandOf(key, pressing, choosing) {
  switch (key) {
    case ' ':
      return pressing ? null : 'toggle';
    case 'ArrowLeft':
      return choosing ? null : 'back';
    case 'ArrowRight':
      return choosing ? null : 'on';
    case 'Home':
      return 'start';
    case 'End':
      return 'end';
    case '[':
    case 'p':
      return 'earlier';
    case ']':
    case 'n':
      return 'later';
    case ',':
    case '<':
      return 'previous';
    case '.':
    case '>':
      return 'next';
    case '?':
      return 'help';
    default:
      return null;
  }
}

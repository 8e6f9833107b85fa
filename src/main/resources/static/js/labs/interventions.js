// The list of what a person did to the run, with a way to take each back, and the menu that opens beside what was pressed.
import { h } from './html.js';

/** As many as the server accepts in one run. */
export const MOST = 50;

export class Interventions {
  /**
   * @param {HTMLElement} list
   * @param {(item: string) => string} say an intervention as the address carries it, in words
   * @param {(items: string[]) => void} change called with what is left when one is taken back
   * @param {(time: string) => string} [when] its time in words; as the address carries it where a lab does not say
   */
  constructor(list, words, say, change, when = time => time) {
    this.list = list;
    this.words = words;
    this.say = say;
    this.change = change;
    this.when = when;
    this.items = [];
    list.addEventListener('click', e => {
      const link = /** @type {HTMLElement} */ (e.target).closest('[data-remove]');
      if (!link) return;
      e.preventDefault();
      const at = [...list.querySelectorAll('[data-remove]')].indexOf(link);
      change(this.items.filter((_, i) => i !== at));
    });
  }

  /** @param {string[]} items interventions as the address carries them */
  show(items) {
    this.items = items;
    this.list.replaceChildren(
      ...items.map((item, at) =>
        h(
          'li',
          {},
          h('b', {}, this.when(item.split(':')[0])),
          h('span', {}, this.say(item)),
          h(
            'a',
            { href: without(items, at), 'data-remove': item, 'aria-label': this.words('remove.of', item) },
            this.words('remove'),
          ),
        ),
      ),
    );
  }
}

/** Opens a menu beside a place of the window and puts the focus on its first button. */
export function openBeside(menu, place) {
  menu.showPopover();
  placeBeside(menu, place);
  [...menu.querySelectorAll('button')].find(b => b.offsetParent)?.focus();
}

/** Puts what is open below a place of the window, above it where there is no room; nothing of it is cut off. */
export function placeBeside(open, { left, top, bottom }) {
  const { offsetWidth: w, offsetHeight: height } = open;
  open.style.left = `${Math.max(8, Math.min(innerWidth - w - 8, left))}px`;
  open.style.top = `${bottom + 6 + height > innerHeight - 8 ? Math.max(8, top - height - 6) : bottom + 6}px`;
}

/** Gives the focus back to what opened the menu when it closes; `opener()` may be null. */
export function returnFocus(menu, opener) {
  menu.addEventListener('toggle', e => {
    if (e.newState === 'open') return;
    opener()?.setAttribute('aria-expanded', 'false');
    if (menu.contains(document.activeElement) || document.activeElement === document.body)
      opener()?.focus({ preventScroll: true });
  });
}

/** The address of the run without one of its interventions, by its place: of two equal ones the other stays. */
function without(items, at) {
  const query = new URLSearchParams(location.search),
    rest = items.filter((_, i) => i !== at).join(',');
  if (rest) query.set('at', rest);
  else query.delete('at');
  return `?${query}`;
}

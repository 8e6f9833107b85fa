// The lists of the page as the server wrote them for an address: another address brings others, and of those only what has
// happened by the instant on screen is shown.
import { valueAt } from './run.js';

/** Puts what another page holds into this one, where both name it `data-swap`. @param {Document} other */
export function swap(other) {
  const focused = document.activeElement,
    act = focused instanceof HTMLElement ? focused.closest('[data-act]')?.getAttribute('data-act') : null;
  for (const own of document.querySelectorAll('[data-swap]')) {
    const theirs = other.getElementById(own.id);
    if (!theirs) continue;
    own.replaceChildren(...[...theirs.childNodes].map(node => document.importNode(node, true)));
    if (theirs.dataset.solved) own.setAttribute('data-solved', theirs.dataset.solved);
  }
  for (const field of document.querySelectorAll('#note input[name=title], #note input[name=text]')) {
    const theirs = other.querySelector(`#note input[name=${field.getAttribute('name')}]`);
    if (theirs) field.setAttribute('value', theirs.getAttribute('value'));
  }
  return act;
}

/** Whoever pressed something goes on from there, although it was replaced. @param {string|null} act */
export function focusOn(act) {
  if (!act) return;
  const [what, place] = act.split(':'),
    link = [...document.querySelectorAll('[data-act]')].find(each => each.getAttribute('data-act') === act && !hidden(each)),
    summary = what === 'open' ? document.querySelector(`[data-place="${place}"] summary`) : null,
    next = /** @type {HTMLElement|null} */ (summary ?? link ?? document.querySelector(`[data-place="${place}"] summary`));
  next?.focus({ preventScroll: true });
}

const hidden = element => Boolean(element.closest('[hidden]'));

/** What is shown of the lists at an instant. */
export class AtInstant {
  constructor() {
    this.shown = '';
  }

  /** The lists are others now. */
  changed() {
    this.shown = '';
  }

  /** @param {any} run  @param {number} t µs */
  show(run, t) {
    const dated = [...document.querySelectorAll('[data-at]')].map(element => ({ element, at: Number(element.getAttribute('data-at')) * 1e6 })),
      by = dated.map(({ at }) => (at <= t ? '1' : '0')).join('') + run.repairs.filter(repair => repair.at <= t).length;
    if (by === this.shown) return;
    this.shown = by;
    for (const { element, at } of dated) element.toggleAttribute('hidden', at > t);
    for (const probe of document.querySelectorAll('#probes > li')) {
      const said = [...probe.querySelectorAll('.said')],
        last = said.findLast(each => Number(each.getAttribute('data-at')) * 1e6 <= t);
      for (const each of said) {
        each.toggleAttribute('hidden', each !== last);
        const at = Number(each.getAttribute('data-at')) * 1e6;
        each.querySelector('.old').toggleAttribute('hidden', !run.repairs.some(repair => repair.at > at && repair.at <= t));
      }
      probe.classList.toggle('asked', Boolean(last));
    }
    for (const place of document.querySelectorAll('#places > li')) {
      const opened = place.querySelector('details:not([hidden])');
      place.querySelector('a.row').toggleAttribute('hidden', Boolean(opened));
      if (opened) chosen(run, t, /** @type {HTMLElement} */ (place));
    }
    const none = document.querySelector('#steps .none');
    none?.toggleAttribute('hidden', dated.some(({ element, at }) => element.parentElement.id === 'steps' && at <= t));
  }

  /** Of the places that were opened only this one stands open, so that the list stays a list. @param {string} [place] */
  open(place) {
    for (const details of document.querySelectorAll('#places details'))
      details.toggleAttribute('open', details.closest('li').dataset.place === place);
  }
}

/** Of the values of a place the one that it is set to now. @param {HTMLElement} place */
function chosen(run, t, place) {
  const id = place.dataset.place,
    value = valueAt(run, id, t);
  for (const link of place.querySelectorAll('[data-act^="repair:"]'))
    if (link.getAttribute('data-act') === `repair:${id}:${value}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}

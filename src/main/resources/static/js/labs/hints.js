// What a condition does, beside its field: where a pointer rests on it and where the focus is, so that a tap shows it as well. A
// hint lies over everything, lets presses through, moves nothing, and is nowhere cut off.
import { placeBeside } from './interventions.js';

const RESTS = 320; // ms that a pointer rests first

/** @param {HTMLFormElement} form */
export function showHints(form) {
  /** @type {HTMLElement|null} */
  let focused = null,
    /** @type {HTMLElement|null} */
    pointed = null,
    /** @type {HTMLElement|null} */
    open = null,
    waiting = null;
  const fieldOf = target => (target instanceof Element ? target.closest('.field:has(.hint)') : null),
    show = () => {
      const field = pointed ?? focused,
        hint = field?.querySelector('.hint') ?? null;
      if (open && open !== hint) open.hidePopover();
      open = hint;
      if (!hint) return;
      if (!hint.matches(':popover-open')) hint.showPopover();
      place();
    },
    place = () => {
      if (!open) return;
      const { left, top, bottom, width } = open.parentElement.getBoundingClientRect();
      open.style.width = `${width}px`;
      placeBeside(open, { left, top, bottom: bottom - 6 });
    },
    leave = () => {
      clearTimeout(waiting);
      if (!pointed) return;
      pointed = null;
      show();
    };
  for (const hint of form.querySelectorAll('.field .hint')) hint.setAttribute('popover', 'manual');
  form.addEventListener('pointerover', e => {
    const field = fieldOf(e.target);
    if (e.pointerType === 'touch' || field === pointed) return;
    leave();
    waiting = setTimeout(() => {
      pointed = field;
      show();
    }, RESTS);
  });
  form.addEventListener('pointerleave', leave);
  form.addEventListener('focusin', e => {
    focused = fieldOf(e.target);
    show();
  });
  form.addEventListener('focusout', e => {
    focused = fieldOf(e.relatedTarget);
    show();
  });
  form.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    focused = null;
    leave();
    show();
  });
  addEventListener('scroll', place, { passive: true });
  addEventListener('resize', place, { passive: true });
}

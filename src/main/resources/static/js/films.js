// Labs in small on the page of today: the server's drawing of a run, and when somebody sees it the same run drawn at one instant after
// the other. Nothing of a lab's own code is fetched for it.
import { whenSeen } from './seen.js';

const PACE = 160; // milliseconds that a drawing stands

/** @param {HTMLElement} item with a drawing, and the address of its frames */
async function play(item) {
  const svg = item.querySelector('svg.still'), answer = await fetch(item.dataset.film ?? '');
  if (!svg || !answer.ok) return; // the drawing stays
  const { telling, frames } = await answer.json();
  const shapes = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  let frame = telling, seen = true;
  shapes.innerHTML = frames[frame];
  for (const each of [...svg.children]) if (!each.matches('title, desc')) each.remove();
  svg.append(shapes);
  item.classList.add('drawn');
  new IntersectionObserver(entries => { seen = entries.at(-1)?.isIntersecting ?? false; }).observe(item);
  setInterval(() => {
    if (!seen || document.hidden) return;
    frame = (frame + 1) % frames.length;
    shapes.innerHTML = frames[frame];
  }, PACE);
}

whenSeen('[data-film]', play);

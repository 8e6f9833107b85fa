// Labs in small on the page of today: the server's drawing of a run, and when somebody sees it the same run drawn at one instant after
// the other. Nothing of a lab's own code is fetched for it.
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

const seen = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    play(/** @type {HTMLElement} */ (target)).catch(() => {}); // the drawing stays
  }
});

// Whoever wants nothing to move, or few bytes, has the drawing.
const moving = !matchMedia('(prefers-reduced-motion: reduce)').matches && !(/** @type {any} */ (navigator).connection?.saveData);
const watch = () => moving && document.querySelectorAll('[data-film]').forEach(item => seen.observe(item));
if (document.readyState === 'complete') watch();
else addEventListener('load', watch);

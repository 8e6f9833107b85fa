// A drawing of the server's on a page of several labs, which something moving takes the place of once the page stands and somebody sees
// it. Nothing for it is fetched before.

/**
 * @param {string} selector of the drawings
 * @param {(item: HTMLElement) => Promise<unknown>} move where it fails, the drawing stays
 */
export function whenSeen(selector, move) {
  // Whoever wants nothing to move, or few bytes, has the drawing.
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || /** @type {any} */ (navigator).connection?.saveData) return;
  const seen = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      move(/** @type {HTMLElement} */ (target)).catch(() => {});
    }
  });
  const watch = () => document.querySelectorAll(selector).forEach(item => seen.observe(item));
  if (document.readyState === 'complete') watch();
  else addEventListener('load', watch);
}

// Labs in small on the page of today and in the list of labs: a drawing of the server's, which a moving picture takes the place of
// once the page stands and somebody sees it. Nothing of a lab is fetched before.
const seen = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    import('./labs/preview.js').then(({ show }) => show(/** @type {HTMLElement} */ (target))).catch(() => {}); // the drawing stays
  }
});

// Whoever wants nothing to move, or few bytes, has the drawing.
const moving = !matchMedia('(prefers-reduced-motion: reduce)').matches && !(/** @type {any} */ (navigator).connection?.saveData);
const watch = () => moving && document.querySelectorAll('[data-preview]').forEach(item => seen.observe(item));
if (document.readyState === 'complete') watch();
else addEventListener('load', watch);

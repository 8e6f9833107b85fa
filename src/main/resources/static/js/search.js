// Arrow keys lead from the field into what was found and back, and a hit leads to the very word where the browser can show it.
const field = /** @type {HTMLInputElement | null} */ (document.querySelector('main input[type="search"]'));
const hits = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('.found ol a')]);

addEventListener('keydown', event => {
  if (!['ArrowDown', 'ArrowUp'].includes(event.key) || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = event.target === field ? -1 : hits.indexOf(/** @type {HTMLAnchorElement} */ (event.target));
  if (at < 0 && event.target !== field) return;
  const to = at + (event.key === 'ArrowDown' ? 1 : -1);
  if (to >= hits.length || to < -1) return;
  event.preventDefault();
  if (to < 0) field?.select();
  else hits[to].focus();
});

/**
 * The whole word that is marked first in a snippet: browsers look for whole words only.
 * @param {Element | null} snippet
 */
function firstWord(snippet) {
  const mark = snippet?.querySelector('mark');
  if (!mark) return '';
  const before = mark.previousSibling?.nodeValue ?? '', after = mark.nextSibling?.nodeValue ?? '';
  const word = before.slice(before.search(/\S*$/)) + mark.textContent + after.split(/\s/, 1)[0];
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

if ('fragmentDirective' in document) {
  for (const hit of hits) {
    const word = firstWord(hit.querySelector('.ex'));
    if (word) hit.href += `${hit.hash ? '' : '#'}:~:text=${encodeURIComponent(word).replaceAll('-', '%2D')}`;
  }
}

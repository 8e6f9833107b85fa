// A sheet of a year is one stop for the Tab key; from there arrows lead from day to day and from month to month. What a cell says is
// shown below while somebody points at it.
for (const sheet of document.querySelectorAll('[data-year-sheet]')) {
  const rows = [...sheet.children].map(row => [...row.children]);
  const places = new Map(rows.flatMap((row, y) => row.flatMap((cell, x) => (cell.matches('a') ? [[cell, { x, y }]] : []))));
  const links = /** @type {HTMLAnchorElement[]} */ ([...places.keys()]);
  const current = rows.find(row => row[0].matches('[aria-current]'))?.find(cell => places.has(cell));
  let stop = current ?? links.find(link => link.matches('.now')) ?? links.at(-1);
  for (const link of links) link.tabIndex = link === stop ? 0 : -1;

  /** The link of a row that stands nearest to a column; of two as near the earlier. */
  const nearest = (row, x) => row.filter(cell => places.has(cell)).sort((one, two) => Math.abs(row.indexOf(one) - x) - Math.abs(row.indexOf(two) - x))[0];
  const along = (from, step, x) => {
    for (let y = from + step; y >= 0 && y < rows.length; y += step) {
      const found = nearest(rows[y], x);
      if (found) return found;
    }
    return undefined;
  };

  sheet.addEventListener('keydown', event => {
    const { key, target } = /** @type {KeyboardEvent & { target: HTMLAnchorElement }} */ (event);
    const at = places.get(target);
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const inRow = rows[at.y].filter(cell => places.has(cell)), place = links.indexOf(target);
    const to = {
      ArrowRight: () => links[place + 1],
      ArrowLeft: () => links[place - 1],
      ArrowDown: () => along(at.y, 1, at.x),
      ArrowUp: () => along(at.y, -1, at.x),
      Home: () => inRow[0],
      End: () => inRow.at(-1),
    }[key];
    if (!to) return;
    event.preventDefault();
    /** @type {HTMLElement | undefined} */ (to())?.focus();
  });
  const says = sheet.parentElement?.querySelector('.says');
  const say = (/** @type {Event} */ { target, type }) => {
    const on = /** @type {HTMLElement} */ (type === 'pointerout' || type === 'focusout' ? document.activeElement : target);
    if (says) says.textContent = (sheet.contains(on) && on.getAttribute('aria-label')) || '';
  };
  for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout']) sheet.addEventListener(type, say);
  sheet.addEventListener('focusin', event => {
    const link = /** @type {HTMLAnchorElement} */ (event.target);
    if (!places.has(link)) return;
    if (stop) stop.tabIndex = -1;
    stop = link;
    link.tabIndex = 0;
  });
}

// What a lab hands to today's note: a link that opens the run again at this instant, and its figures as a Markdown table.

/** @param {string[][]} rows the heading first; every row as long as it */
export function markdownTable(rows) {
  const line = cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    [heading, ...others] = rows;
  return [line(heading), line(heading.map((_, column) => (column ? '---:' : '---'))), ...others.map(line)].join('\n');
}

/** @param {?HTMLTableElement} table figures that a guess still keeps back are not given away */
export function noteText(heading, link, table) {
  const shown = table?.getClientRects().length && table.tBodies[0]?.rows.length,
    rows = shown ? [...table.rows].map(row => [...row.cells].filter(cell => !cell.hidden).map(wordsOf)) : [];
  return `[${heading}](${link})${rows.length ? `\n\n${markdownTable(rows)}` : ''}`;
}

/** The lane's letter is drawn beside its name; the name is enough. */
function wordsOf(cell) {
  const copy = cell.cloneNode(true);
  for (const picture of copy.querySelectorAll('svg, .sr')) picture.remove();
  return copy.textContent.trim().replace(/\s+/g, ' ');
}

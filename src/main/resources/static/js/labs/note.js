// What a lab hands to today's entry: the situation as a title, one sentence of what was found, the reader's guess, a small table,
// and a link that opens the run again at this instant.

/** Letters of a title. */
const LONGEST = 200;

/** More conditions or interventions would be no title. */
const MOST = 3;

/**
 * @param {string} name the lab's
 * @param {?string} situation null where the run is none
 * @param {string[]} apart what sets the run apart from the defaults, in words
 * @param {string[]} done what the reader did to it, in words
 * @param {string} seed in words; all that tells a run of the defaults from another
 */
export function noteTitle(name, situation, apart, done, seed) {
  const few = all => all.slice(0, MOST).join(', ') + (all.length > MOST ? ' …' : ''),
    said = situation ?? `${name}: ${apart.length ? few(apart) : done.length ? few(done) : seed}`,
    title = done.length && (situation || apart.length) ? `${said} + ${few(done)}` : said;
  return title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
}

/** @param {string[][]} rows the heading first; every row as long as it */
export function markdownTable(rows) {
  const line = cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    [heading, ...others] = rows;
  return [line(heading), line(heading.map((_, column) => (column ? '---:' : '---'))), ...others.map(line)].join('\n');
}

/**
 * @param {string} link from the root of the application
 * @param {?HTMLTableElement} table figures that a guess still keeps back are not given away
 * @param {{question: string, guess: string, right: ?boolean}[]} guesses right is null where the run does not tell
 * @param {(key: string, ...values) => string} words the lab's
 */
export function noteText(link, table, guesses, words) {
  const parts = [],
    shown = table?.getClientRects().length && table.tBodies[0]?.rows.length;
  if (shown) parts.push(found(table, words));
  for (const { question, guess, right } of guesses)
    parts.push(words('note.guess', question, guess, right === null || !shown ? '' : words(right ? 'claim.right' : 'claim.wrong')).trim());
  if (shown) parts.push(markdownTable(rowsOf(table, words)));
  parts.push(`[${words('note.again')}](${link})`);
  return parts.filter(Boolean).join('\n\n');
}

/** The columns that a note has room for, with their units; the first names the lane. */
function rowsOf(table, words) {
  const [heading] = table.tHead.rows,
    columns = table.dataset.note.split(','),
    places = columns.map(column => placeOf(table, column));
  return [
    [wordsOf(heading.cells[0]), ...columns.map(column => words(`note.column.${column}`))],
    ...[...table.tBodies[0].rows].map(row => [row.cells[0], ...places.map(place => row.cells[place])].map(wordsOf)),
  ];
}

/** Cells of a row are counted; a heading that is kept and not shown has none. */
function placeOf(table, column) {
  const shown = [...table.tHead.rows[0].cells].filter(cell => !cell.hidden);
  return shown.findIndex(cell => cell.dataset.column === column);
}

/** Values that differ by less are called the same, as where an intervention's change is told. */
const SAME = 0.02;

/** One sentence: which lanes had least and which most of the first of the lab's main figures in which they differ; else of the last. */
function found(table, words) {
  const mains = words('note.main').split(','),
    all = mains.map(column => lanesBy(table, column)),
    telling = all.findIndex(({ counted, others }) => differ(counted, others)),
    at = telling < 0 ? mains.length - 1 : telling,
    { counted, others } = all[at],
    column = mains[at],
    least = counted[0],
    most = counted.at(-1),
    names = value => counted.filter(lane => lane.value === value).map(lane => lane.name).join(', ');
  const sentence = !least
    ? ''
    : counted.length === 1
      ? words(`note.found.${column}.one`, least.name, least.said)
      : least.value === most.value
        ? words(`note.found.${column}.same`, least.said)
        : words(`note.found.${column}`, names(least.value), least.said, names(most.value), most.said);
  const rest = others.map(lane => `${lane.name} ${lane.said}`).join(', ');
  return [sentence, rest && words('note.other', words(`note.column.${column}`), rest)].filter(Boolean).join(' ');
}

const differ = (counted, others) =>
  counted.length + others.length > 1 &&
  (counted.length ? others.length > 0 || counted.at(-1).value - counted[0].value > SAME * counted.at(-1).value : false);

/** What each lane says in a column: those that say a number, the least first, and those that say something else. */
function lanesBy(table, column) {
  const place = placeOf(table, column),
    lanes = [...table.tBodies[0].rows]
      .filter(row => !row.classList.contains('bound'))
      .map(row => ({ name: wordsOf(row.cells[0]), said: wordsOf(row.cells[place]) }))
      .map(lane => ({ ...lane, value: parseFloat(lane.said.replaceAll(',', '')) }));
  return {
    counted: lanes.filter(lane => Number.isFinite(lane.value)).sort((a, b) => a.value - b.value),
    others: lanes.filter(lane => !Number.isFinite(lane.value) && lane.said !== '–'),
  };
}

/** The lane's letter is drawn beside its name; the name is enough. */
function wordsOf(cell) {
  const copy = cell.cloneNode(true);
  for (const picture of copy.querySelectorAll('svg, .sr')) picture.remove();
  return copy.textContent.trim().replace(/\s+/g, ' ');
}

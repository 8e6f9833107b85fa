// A pasted table of demand: one rate a line, or time,rate. It becomes points spread evenly over the run; what cannot be read is
// named by its line.

/** As many points as an address carries. */
export const MOST_POINTS = 672;
const SHORTEST = 600,
  LONGEST = 14 * 86400; // seconds of a run
const MOST_RATE = 100000;

/**
 * @param {string} text
 * @returns {{points: number[], seconds: number|null, lines: number, problems: {line: number, code: string, text: string}[]}}
 *   `seconds` = the span of the times, null where there are none; with problems there are no points
 */
export function readCsv(text) {
  const problems = [],
    rows = [];
  let timed = null,
    first = true;
  text.split(/\r\n|\n|\r/).forEach((line, i) => {
    const trimmed = line.replace(/^\uFEFF/, '').trim();
    if (!trimmed || trimmed.startsWith('#')) return;
    const bad = (code, part = trimmed) => problems.push({ line: i + 1, code, text: part }),
      cells = trimmed.split(/[,;\t]/).map(cell => cell.trim().replace(/^"(.*)"$/, '$1'));
    const heading = first && cells.every(cell => /\p{L}/u.test(cell) && timeOf(cell) === null);
    first = false;
    if (heading) return;
    if (cells.length > 2) return bad('columns');
    timed ??= cells.length === 2;
    if (timed && cells.length < 2) return bad('mixed');
    if (!timed && cells.length > 1) return bad('columns');
    const rate = rateOf(cells.at(-1)),
      at = timed ? timeOf(cells[0]) : rows.length;
    if (rate === null) return bad('not-a-rate', cells.at(-1));
    if (at === null) return bad('not-a-time', cells[0]);
    if (rows.length && at <= rows.at(-1).at) return bad('backwards');
    rows.push({ at, rate });
  });
  if (!problems.length && rows.length < 2) problems.push({ line: 0, code: 'few', text: '' });
  const seconds = timed && rows.length > 1 ? rows.at(-1).at - rows[0].at : null;
  if (!problems.length && seconds !== null && (seconds < SHORTEST || seconds > LONGEST))
    problems.push({ line: 0, code: 'span', text: String(seconds) });
  return { points: problems.length ? [] : spread(rows), seconds, lines: rows.length, problems };
}

function rateOf(cell) {
  const rate = /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : NaN;
  return rate >= 0 && rate <= MOST_RATE ? rate : null;
}

const UNITS = { s: 1, m: 60, h: 3600, d: 86400 };

/** Seconds of 12:30, 12:30:15, 90m, 5400, or 2026-03-02T12:30 (with or without seconds and zone); null where it is none. */
function timeOf(cell) {
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(cell);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const span = /^(\d+(?:\.\d+)?)\s*([smhd])?$/.exec(cell);
  if (span) return Number(span[1]) * UNITS[span[2] ?? 's'];
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(cell)) return null;
  const instant = Date.parse(cell.replace(' ', 'T'));
  return Number.isNaN(instant) ? null : instant / 1000;
}

/** Points spread evenly: the lines themselves where they are, straight lines between them elsewhere. */
function spread(rows) {
  const from = rows[0].at,
    span = rows.at(-1).at - from,
    least = rows.slice(1).reduce((gap, row, i) => Math.min(gap, row.at - rows[i].at), Infinity),
    count = Math.min(MOST_POINTS, Math.max(2, Math.round(span / least) + 1));
  let next = 1;
  return Array.from({ length: count }, (_, i) => {
    const at = from + (span * i) / (count - 1);
    while (next < rows.length - 1 && rows[next].at < at) next++;
    const a = rows[next - 1],
      b = rows[next],
      share = Math.min(1, Math.max(0, (at - a.at) / (b.at - a.at)));
    return Number((a.rate + (b.rate - a.rate) * share).toPrecision(5));
  });
}

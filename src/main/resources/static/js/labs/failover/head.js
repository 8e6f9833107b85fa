// The head of a lane: what it is, when clients came back, what failed and what was lost.
import { grouped } from '../../scene/numbers.js';

const seconds = micros => `${(micros / 1e6).toFixed(1)} s`;

export function drawHead(pen, lane, L, now) {
  const { c } = pen,
    { summary } = now,
    name = L.words(`option.${lane.topology}`),
    middle = now.y + (L.narrow ? 16 : 17),
    lost = grouped(summary.lost),
    lostWidth = pen.width(lost, 15, 700);
  pen.text(lost, L.W, middle, { size: 15, color: summary.lost ? c.fail : c.ink3, align: 'right', weight: 700 });
  if (summary.lost) pen.box(L.W - lostWidth - 13, middle - 5, 7, 10, c.failMark, 1.6, [2.5, 1.8]);
  if (L.narrow) {
    pen.tag(10, middle - 1, lane.index, 8.5);
    pen.text(name, 26, middle, { size: 15, color: c.ink, weight: 700 });
    const regained = !summary.began && summary.regained > 0,
      last = regained ? grouped(summary.regained) : figure(summary, summary.last),
      word = L.words(regained ? 'head.regained' : 'head.outage'),
      right = L.W - Math.max(40, lostWidth + 26);
    const free = right - 38 - pen.width(name, 15, 700) - pen.width(last, 13, 700);
    if (free < 0) return;
    pen.text(last, right, middle, { size: 13, color: !regained && open(summary, summary.last) ? c.fail : c.ink, align: 'right', weight: 700 });
    if (free > pen.width(word) + 8) pen.text(word, right - pen.width(last, 13, 700) - 5, middle, { color: c.ink3, align: 'right' });
    return;
  }
  pen.text(name, 0, middle, { size: 15, color: c.ink, weight: 700 });
  const how = pen.width(name, 15, 700) + 10,
    rule = L.words(`option.${lane.topology}.how`);
  if (how + pen.width(rule, 13) < L.to) pen.text(rule, how, middle, { size: 13, color: c.ink3 });
  const lostWord = summary.regained ? L.words('head.lost-regained', grouped(summary.regained)) : L.words('column.lost'),
    lostFrom = L.W - lostWidth - (summary.lost ? 19 : 7);
  pen.text(lostWord, lostFrom, middle, { color: c.ink3, align: 'right' });
  const figures = [
    [L.words('head.first'), figure(summary, summary.first), open(summary, summary.first)],
    [L.words('head.last'), figure(summary, summary.last), open(summary, summary.last)],
    [L.words('head.failed'), grouped(summary.failed), false],
  ];
  const room = lostFrom - pen.width(lostWord) - L.linesFrom,
    widths = figures.map(([word]) => pen.width(word) + 5 + pen.width('000.0 s', 13, 700)),
    gap = Math.max(6, (room - widths.reduce((a, b) => a + b, 0)) / figures.length);
  let x = L.linesFrom;
  figures.forEach(([word, value, bad], i) => {
    pen.text(word, x, middle, { color: c.ink3 });
    pen.text(value, x + pen.width(word) + 5, middle, { size: 13, color: bad ? c.fail : c.ink, weight: 700 });
    x += widths[i] + Math.min(gap, 20);
  });
}

/** Not over yet: the clock runs. */
const open = (summary, value) => summary.began && value === null;

function figure(summary, value) {
  if (!summary.began) return '–';
  return value === null ? `${(summary.running / 1e6).toFixed(0)} s…` : seconds(value);
}

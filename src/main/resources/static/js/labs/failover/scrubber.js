// The bar of time is a chart: writes acknowledged per second in every lane, flags and rings, the playhead. The future is
// faint, and not drawn at all while a guess is open.
import { clamp } from '../../scene/ease.js';
import { drawMarks, drawPlayhead, drawTimes } from '../../scene/marks.js';
import { drawPastAndFuture } from '../../scene/past.js';
import { DASHES, LETTERS, Pen } from '../../scene/pen.js';

/**
 * @param {{width: number, height: number}} size
 * @param {object} look palette and words, as for layout()
 * @param {boolean} withheld the future is not to be seen yet
 */
export function drawScrubber(context, run, size, look, t, withheld = false) {
  const pen = new Pen(context, look.palette),
    { c } = pen,
    { width: W, height: H } = size,
    base = H - 16,
    top = 24,
    x = micros => (micros / run.durationMicros) * W,
    y = value => base - clamp(value / (run.highest * 1.05), 0, 1) * (base - top);
  context.clearRect(0, 0, W, H);
  pen.fill(0, Math.round(y(run.writeRate)), W, 1, c.rule);
  drawTimes(pen, run, W, base, x);
  drawPastAndFuture(pen, run, { W, H, x: x(t) }, withheld, (own, alpha) => {
    run.lanes.forEach((lane, index) => drawSeries(own, lane, index, W, y, alpha));
  });
  run.lanes.forEach((lane, index) => {
    const point = Math.round((t / run.durationMicros) * (lane.series.length - 1));
    pen.tag(x(t), y(lane.series[point]) - index * 1.2, index, 4.2, false);
  });
  const rate = look.words('scrub.rate', +run.writeRate.toFixed(1)),
    under = x(t) > W - pen.width(rate) - 10; // the playhead
  pen.halo(rate, under ? x(t) - 9 : W, top - 1, { color: c.ink3, align: 'right' });
  const seen = run.marks.filter(mark => mark.atMicros > 0 && (mark.person || !withheld || mark.atMicros <= t));
  drawMarks(
    pen,
    { left: 0, right: W, base, x, named: W > 560 },
    seen.map(mark => ({ ...mark, words: markWords(mark, run, look.words) })),
    t,
  );
  drawPlayhead(pen, clamp(Math.round(x(t)), 1, W - 2), base);
}

function drawSeries(pen, { series }, index, W, y, alpha) {
  const { g } = pen;
  g.lineWidth = 1.7;
  g.lineJoin = 'round';
  g.strokeStyle = pen.lane(index);
  g.setLineDash(DASHES[index]);
  g.globalAlpha = alpha;
  g.beginPath();
  series.forEach((value, i) => {
    const at = [(W * i) / (series.length - 1), y(value) - index * 1.2];
    if (i) g.lineTo(...at);
    else g.moveTo(...at);
  });
  g.stroke();
  g.globalAlpha = 1;
  g.setLineDash([]);
}

/** What a mark says: "zone a dark", "B promoted". */
export function markWords(mark, run, words) {
  if (mark.way) return words(`mark.${mark.kind}`, subjectWords(`az-${run.zones[mark.subject]}`, words));
  if (!mark.person) return words(`mark.${mark.kind}`, LETTERS[mark.lane]);
  return words(`mark.${mark.kind}`, subjectWords(subjectOf(mark), words), mark.value || '');
}

const ON_ZONES = new Set(['fail-zone', 'cut-zone', 'repair-zone']);
const ON_INSTANCES = new Set(['crash', 'fail-host', 'fail-storage', 'repair']);

/** The subject of a mark as an address carries it. */
function subjectOf({ kind, subject }) {
  if (ON_ZONES.has(kind)) return `az-${'abc'[subject]}`;
  if (ON_INSTANCES.has(kind)) return `instance-${subject + 1}`;
  return kind === 'keep-address' ? `client-${subject + 1}` : 'database';
}

/** "az-a" → "zone a", "instance-2" → "instance 2", as the page says it. */
export function subjectWords(id, words) {
  const [kind, name = ''] = id.split('-');
  return words(`subject.${kind}`, name);
}

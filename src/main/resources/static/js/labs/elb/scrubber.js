// The bar of time of the lab: the share of what ended in the last six seconds that failed, in every lane.
import { LETTERS } from '../../scene/pen.js';
import { drawSeries, drawTimebar, lanesOf } from '../../scene/timebar.js';

/**
 * @param {{width: number, height: number}} size
 * @param {object} look palette and words, as for layout()
 * @param {boolean} withheld the future is not to be seen yet
 */
export function drawScrubber(context, run, size, look, t, withheld = false) {
  const heightIn =
      ({ base, top }, index) =>
      value =>
        base - value * (base - top) - index * 1.2, // equal lanes lie beside each other
    lanes = lanesOf(run, look),
    shown = { ...run, marks: run.marks.filter(mark => !mark.lanes.length || mark.lanes.some(lane => lanes.some(({ index }) => index === lane))) };
  drawTimebar(context, shown, size, look, t, withheld, {
    markWords: mark => markWords(mark, run, look.words),
    under: (pen, bar) => pen.fill(0, Math.round(heightIn(bar, 0)(0.5)), bar.W, 1, pen.c.rule),
    lines(pen, bar, alpha) {
      pen.means('failed-share');
      lanes.forEach(({ series, index }) => drawSeries(pen, series, index, bar.W, heightIn(bar, index), alpha));
    },
    over(pen, bar) {
      const { W, x } = bar,
        middle = heightIn(bar, 0)(0.5) - 8,
        half = look.words('scrub.half'),
        under = x(t) > W - pen.width(half) - 10; // the playhead
      pen.means('failed-share');
      lanes.forEach(({ series, index }) => {
        const point = Math.round((t / run.durationMicros) * (series.length - 1));
        pen.tag(x(t), heightIn(bar, index)(series[point]), index, 4.2, false);
      });
      pen.halo(half, under ? x(t) - 9 : W, middle, { color: pen.c.ink3, align: 'right' });
    },
  });
}

/** What a mark says: "zone a dark", "A·C new addresses". */
export function markWords(mark, run, words) {
  const letters = mark.lanes.map(lane => LETTERS[lane]).join('·');
  if (!mark.person) return words(`mark.${mark.kind}`, letters, run.zones[mark.subject] ?? '');
  return words(`mark.${mark.kind}`, subjectWords(subjectOf(mark, run), words), mark.value || '');
}

const ON = {
  'fail-zone': ({ subject }, run) => `az-${run.zones[subject]}`,
  'repair-zone': ({ subject }, run) => `az-${run.zones[subject]}`,
  stop: ({ subject }) => `target-${subject + 1}`,
  start: ({ subject }) => `target-${subject + 1}`,
  shut: ({ subject }, run) => run.services[subject],
  open: ({ subject }, run) => run.services[subject],
  'move-rule': ({ subject }) => `rule-${subject + 1}`,
  close: ({ subject }) => `connection-${subject + 1}`,
};

/** The subject of a mark as an address carries it. */
const subjectOf = (mark, run) => ON[mark.kind]?.(mark, run) ?? 'balancers';

/** "az-a" → "zone a", "target-2" → "server 2", as the page says it. */
export function subjectWords(id, words) {
  const [kind, name = ''] = id.split('-');
  return words(`subject.${kind}`, name);
}

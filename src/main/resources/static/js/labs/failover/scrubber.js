// The bar of time of the lab: writes acknowledged per second in every lane.
import { clamp } from '../../scene/ease.js';
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
      base - clamp(value / (run.highest * 1.05), 0, 1) * (base - top) - index * 1.2; // equal lanes lie beside each other
  drawTimebar(context, run, size, look, t, withheld, {
    markWords: mark => markWords(mark, run, look.words),
    under: (pen, bar) => pen.fill(0, Math.round(heightIn(bar, 0)(run.writeRate)), bar.W, 1, pen.c.rule),
    lines(pen, bar, alpha) {
      pen.means('rate');
      lanesOf(run, look).forEach(({ series, index }) => drawSeries(pen, series, index, bar.W, heightIn(bar, index), alpha));
    },
    over(pen, bar) {
      const { W, x, top } = bar;
      pen.means('rate');
      lanesOf(run, look).forEach(({ series, index }) => {
        const point = Math.round((t / run.durationMicros) * (series.length - 1));
        pen.tag(x(t), heightIn(bar, index)(series[point]), index, 4.2, false);
      });
      const rate = look.words('scrub.rate', +run.writeRate.toFixed(1)),
        under = x(t) > W - pen.width(rate) - 10; // the playhead
      pen.halo(rate, under ? x(t) - 9 : W, top - 1, { color: pen.c.ink3, align: 'right' });
    },
  });
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

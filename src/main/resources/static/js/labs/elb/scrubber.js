// The bar of time of the lab: of what was sent in the last six seconds, the share that failed, in every lane.
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
    share =>
      base - share * (base - top) - index * 1.2; // equal lanes lie beside each other
  drawTimebar(context, run, size, look, t, withheld, {
    markWords: mark => markWords(mark, run, look.words),
    under: (pen, bar) => pen.fill(0, Math.round(heightIn(bar, 0)(0.5)), bar.W, 1, pen.c.rule),
    lines(pen, bar, alpha) {
      pen.means('share');
      lanesOf(run, look).forEach(({ series, index }) => drawSeries(pen, series, index, bar.W, heightIn(bar, index), alpha));
    },
    over(pen, bar) {
      const { W, x } = bar;
      pen.means('share');
      lanesOf(run, look).forEach(({ series, index }) => {
        const point = Math.round((t / run.durationMicros) * (series.length - 1));
        pen.tag(x(t), heightIn(bar, index)(series[point]), index, 4.2, false);
      });
      const half = look.words('scrub.half'),
        under = x(t) > W - pen.width(half) - 10; // the playhead
      pen.halo(half, under ? x(t) - 9 : W, heightIn(bar, 0)(0.5) - 8, { color: pen.c.ink3, align: 'right' });
    },
  });
}

/** What a mark says: "zone a dark", "A, C: new addresses". */
export function markWords(mark, run, words) {
  const subject = subjectWords(subjectOf(run, mark), words, run);
  if (mark.person) return words(`mark.${mark.kind}`, subject, mark.value || '');
  const lanes = (mark.lanes ?? [mark.lane]).filter(lane => lane >= 0).map(lane => LETTERS[lane]);
  return words(`mark.${mark.kind}`, lanes.join('·'), ON_ZONES.has(mark.kind) ? run.zones[mark.subject] : '');
}

const ON_ZONES = new Set(['fail-zone', 'repair-zone', 'zone-out-of-dns', 'zone-in-dns']),
  ON_TARGETS = new Set(['stop', 'start']),
  ON_SERVICES = new Set(['shut', 'open']);

/** The subject of a mark as an address carries it. */
export function subjectOf(run, { kind, subject }) {
  if (ON_ZONES.has(kind)) return `az-${run.zones[subject]}`;
  if (ON_TARGETS.has(kind)) return `target-${subject + 1}`;
  if (ON_SERVICES.has(kind)) return run.services[subject];
  if (kind === 'move-rule') return `rule-${subject + 1}`;
  return kind === 'close' ? `connection-${subject + 1}` : 'balancers';
}

/** "az-a" → "zone a", "target-2" → the name it has on the stage. */
export function subjectWords(id, words, run = null) {
  const [kind, name = ''] = id.split('-');
  if (kind === 'target' && run) return run.targets[Number(name) - 1]?.name ?? id;
  return name ? words(`subject.${kind}`, name) : words(`subject.${id}`);
}

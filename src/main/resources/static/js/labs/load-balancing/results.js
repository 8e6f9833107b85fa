// The result table, refreshed for another run. What needs other seeds than the run's own is filled in when it is known.
import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';

/** As short as a table's figures are compared. */
export const millis = v => (v === null || v === undefined ? '–' : v < 100 ? v.toFixed(1) : grouped(v));

/** Fills both tables from a summary of the API. */
export function showSummary(summary, result, byTarget, words) {
  for (const part of [result.closest('.tablewrap'), byTarget.closest('details')]) part.hidden = false;
  const { lanes } = summary,
    errors = l => l.rejected + l.failed,
    most = Math.max(...lanes.map(errors));
  const name = (l, i, more = {}) =>
    h('th', { scope: 'row', ...more }, laneTag(i), h('span', {}, words(`option.${l.strategy}`)));
  const num = (text, mark) => h('td', { class: mark ? `num ${mark}` : 'num' }, text);
  result.tBodies[0].replaceChildren(
    ...lanes.map((l, i) =>
      h(
        'tr',
        {},
        name(l, i),
        num(grouped(l.requests)),
        num(grouped(l.completed)),
        ...[l.rejected, l.failed].map(count => num(grouped(count), count && errors(l) === most ? 'bad' : '')),
        num(grouped(l.inFlight)),
        num(millis(l.responseTimeMs.mean)),
        num(millis(l.responseTimeMs.p50)),
        num(millis(l.responseTimeMs.p95), 'p95'),
        num('', 'moves script'),
        num(millis(l.responseTimeMs.p99)),
        num(l.imbalance === null ? '–' : l.imbalance.toFixed(2)),
        num(grouped(l.sessions.moved)),
        num('', 'vs script'),
      ),
    ),
  );
  for (const body of [...byTarget.tBodies]) body.remove();
  byTarget.append(
    ...lanes.map((l, i) =>
      h(
        'tbody',
        {},
        ...l.targets.map((t, k) =>
          h(
            'tr',
            {},
            k ? null : name(l, i, { scope: 'rowgroup', rowspan: l.targets.length }),
            h('th', { scope: 'row' }, `t${k + 1}`),
            num(grouped(t.requests)),
            num(`${(t.utilization * 100).toFixed(1)}%`),
            num(t.meanInSystem.toFixed(2)),
            num(grouped(t.maxInSystem)),
          ),
        ),
      ),
    ),
  );
}

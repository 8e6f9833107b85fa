// The result table, refreshed for another run, and the one column that needs both lanes' requests: the paired difference.
import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';

const millis = v => (v === null || v === undefined ? '–' : v < 100 ? v.toFixed(1) : grouped(v));

/** Fills both tables from a summary of the API. */
export function showSummary(summary, result, byTarget, words) {
  for (const part of [result.closest('.tablewrap'), byTarget.closest('details')]) part.hidden = false;
  const { lanes } = summary,
    errors = l => l.rejected + l.failed,
    most = Math.max(...lanes.map(errors));
  const best = Math.min(...lanes.map(l => l.responseTimeMs.p95 ?? Infinity));
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
        num(millis(l.responseTimeMs.p95), l.responseTimeMs.p95 === best ? 'best' : ''),
        num(millis(l.responseTimeMs.p99)),
        num(l.imbalance === null ? '–' : l.imbalance.toFixed(2)),
        num(grouped(l.sessions.moved)),
        num('', 'script'),
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

/**
 * Mean difference in response time to the first lane over the requests that both completed, with half its 95 % interval;
 * in µs.
 */
export function pairedDifference(base, lane) {
  let n = 0,
    mean = 0,
    squares = 0;
  for (let i = 0; i < lane.target.length; i++) {
    if (lane.outcomeOf(i) !== 'completed' || base.outcomeOf(i) !== 'completed') continue;
    const d = lane.responseOf(i) - base.responseOf(i),
      step = d - mean;
    n++;
    mean += step / n;
    squares += step * (d - mean);
  }
  return { n, mean, half: n > 1 ? 1.96 * Math.sqrt(squares / (n - 1) / n) : NaN };
}

export function showPaired(run, result, words) {
  [...result.tBodies[0].rows].forEach((row, i) => {
    const cell = row.cells[row.cells.length - 1];
    if (!run || !run.lanes[i]) {
      cell.textContent = '–';
      return;
    }
    if (i === 0) {
      cell.textContent = words('result.base');
      return;
    }
    const { n, mean, half } = pairedDifference(run.lanes[0], run.lanes[i]);
    cell.textContent = n < 2 ? '–' : `${mean < 0 ? '−' : '+'}${millis(Math.abs(mean) / 1000)} ± ${millis(half / 1000)}`;
  });
}

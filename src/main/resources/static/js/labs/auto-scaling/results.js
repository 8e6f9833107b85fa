// The result tables, refreshed for another run.
import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';
import { activityWords } from './describe.js';
import { demandAt } from './demand.js';
import { momentOf } from './time.js';

/** As many activities of a lane as the page lists. */
export const MOST_LISTED = 40;
const DAY = 86400;

const known = v => v !== null && v !== undefined;
const fixed = (v, digits) => (known(v) ? v.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '–');
const percent = share => (known(share) ? `${share >= 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(0)} %` : '–');
const millis = v => (known(v) ? (v < 10 ? v.toFixed(1) : grouped(v)) : '–');
const num = (text, mark) => h('td', { class: mark ? `num ${mark}` : 'num' }, text);
const title = (i, words, lane) => h('th', { scope: 'row' }, laneTag(i), h('span', {}, words(`option.${lane.policy}`)));

/** Fills the figures from a summary of the API. */
export function showSummary({ lanes, bounds }, seconds, { result, enough }, words) {
  for (const part of [result.closest('.tablewrap'), enough.closest('details')]) part.hidden = false;
  const cheapest = Math.min(...lanes.map(lane => lane.costUsd)),
    shortest = Math.min(...lanes.map(lane => lane.secondsOutsideObjective)),
    mostFailed = Math.max(...lanes.map(lane => lane.failedRequests)),
    money = cost => [num(fixed(cost, 2), cost === cheapest ? 'best' : ''), num(fixed((cost * DAY) / seconds, 2)), num(fixed((cost * 730 * 3600) / seconds, 0))];
  result.tBodies[0].replaceChildren(
    ...lanes.map((lane, i) =>
      h(
        'tr',
        {},
        title(i, words, lane),
        ...money(lane.costUsd),
        num(percent(lane.overClairvoyant)),
        num(fixed(lane.instanceHours, 1)),
        num(fixed(lane.wastedInstanceHours, 1)),
        num(grouped(lane.secondsOutsideObjective), lane.secondsOutsideObjective === shortest ? 'best' : ''),
        num(grouped(lane.failedRequests), lane.failedRequests && lane.failedRequests === mostFailed ? 'bad' : ''),
        num(`${millis(lane.responseTimeMs.p50)} / ${millis(lane.responseTimeMs.p99)}`),
        num(`${grouped(lane.scalingActivities)} / ${lane.directionChanges}`),
        num(fixed(lane.secondsToEnoughCapacity?.total, 0)),
      ),
    ),
    ...(bounds
      ? [
          boundRow(words('result.bound'), bounds.clairvoyant, words('result.base'), null, money),
          boundRow(words('result.peak-fleet', bounds.peak.instances), bounds.peak, percent(bounds.peak.costUsd / bounds.clairvoyant.costUsd - 1), bounds, money),
        ]
      : []),
  );
  enough.tBodies[0].replaceChildren(
    ...lanes.map((lane, i) => {
      const parts = lane.secondsToEnoughCapacity ?? {};
      return h(
        'tr',
        {},
        title(i, words, lane),
        ...['total', 'metric', 'alarm', 'boot', 'application', 'healthCheck', 'further'].map(part => num(fixed(parts[part], 0))),
        num(`${((lane.failedRequests / Math.max(1, lane.requests)) * 100).toFixed(2)} %`),
        num(grouped(lane.peakInstances)),
        num(grouped(lane.replacements)),
      );
    }),
  );
}

function boundRow(name, bound, over, bounds, money) {
  const wasted = bounds ? bound.instanceHours - bounds.clairvoyant.instanceHours : 0;
  return h(
    'tr',
    { class: 'bound' },
    h('th', { scope: 'row' }, name),
    ...money(bound.costUsd),
    num(over),
    num(fixed(bound.instanceHours, 1)),
    num(fixed(wasted, 1)),
    num('0'),
    num('0'),
    num('–'),
    num('0 / 0'),
    num('–'),
  );
}

/** The activity history of every lane, in the reader's language. */
export function showHistory(run, table, words) {
  table.closest('details').hidden = false;
  table.tBodies[0].replaceChildren(
    ...run.lanes.flatMap((lane, i) =>
      lane.changes
        .slice(0, MOST_LISTED)
        .map(activity =>
          h(
            'tr',
            {},
            title(i, words, lane),
            num(momentOf(run, activity.at, words)),
            num(activity.to === activity.from ? String(activity.to) : `${activity.from} → ${activity.to}`),
            h('td', {}, activityWords(run, lane, activity, words)),
          ),
        ),
    ),
  );
}

const MINUTE = 60e6,
  ROWS = 15;

/** The paper of the recorder as numbers: the last minutes before t, or what fits the paper in as many rows. */
export function showMinutes(run, t, table, words) {
  const step = Math.max(MINUTE, Math.round(run.paperMicros / ROWS / MINUTE) * MINUTE),
    last = Math.floor(t / step) * step,
    instants = Array.from({ length: ROWS }, (_, i) => last - i * step).filter(at => at >= 0);
  table.tHead.rows[0].replaceChildren(
    h('th', { scope: 'col' }, words('history.at')),
    h('th', { scope: 'col', class: 'num' }, words('minutes.demand')),
    ...run.lanes.map(lane => h('th', { scope: 'col', class: 'num' }, words('minutes.lane', words(`option.${lane.policy}`)))),
  );
  table.tBodies[0].replaceChildren(
    ...instants.map(at =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, momentOf(run, at, words)),
        num(grouped(demandAt(run, at))),
        ...run.lanes.map(lane => {
          const { serving, utilization, p99 } = lane.summaryAt(at);
          return num(`${serving} · ${(utilization * 100).toFixed(0)} · ${serving ? grouped(p99 / 1000) : '–'}`);
        }),
      ),
    ),
  );
}

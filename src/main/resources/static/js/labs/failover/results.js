// The result tables, refreshed for another run.
import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';

const FAILED_AT = ['node', 'target', 'database'];
const ONE = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const one = v => (v === null || v === undefined ? '–' : v.toLocaleString('en', ONE));
const percent = share => (share === null || share === undefined ? '–' : (share * 100).toFixed(2));
const num = (text, mark) => h('td', { class: mark ? `num ${mark}` : 'num' }, text);

/** On phones every number stands under the name of its column. */
function label(table) {
  const names = [...table.tHead.rows[0].cells].filter(({ hidden }) => !hidden).map(cell => cell.textContent);
  for (const { cells } of table.tBodies[0].rows) for (const cell of cells) cell.dataset.label = names[cell.cellIndex];
}

/**
 * Whether everybody was back clearly sooner than in every other lane: not by a few seconds of chance, and not where only those
 * were served who are cut off with the machine.
 */
function isQuickest({ failedRequests, outageSeconds: { last, onlyIn } }, lanes) {
  const near = lanes.filter(({ outageSeconds: o }) => o.last !== null && !o.onlyIn && o.last * CLEARLY < last);
  return failedRequests > 0 && last !== null && !onlyIn && near.length === 1;
}
const CLEARLY = 0.9;

/** Fills all tables from a summary of the API. */
export function showSummary({ lanes, scenario }, { result, lost, steps }, words) {
  for (const part of [result.closest('.tablewrap'), lost.closest('details'), steps.closest('details')]) part.hidden = false;
  const name = (lane, i, more = {}) =>
    h('th', { scope: 'row', ...more }, laneTag(i), h('span', {}, words(`option.${lane.topology}`)));
  const back = (lane, value, onlyIn = null) =>
    value === null
      ? num(words('result.never'), 'bad')
      : onlyIn
        ? num(words('result.only-in', one(value), onlyIn.slice(3)))
        : num(one(value), isQuickest(lane, lanes) ? 'best' : '');
  const withBack = (count, parts) => {
    const back = parts.reduce((sum, part) => sum + (part.untilSeconds === null ? 0 : part.count), 0);
    return back ? words('result.regained', grouped(count), grouped(back)) : grouped(count);
  };
  const isOutOfReach = ({ cause }) => cause === 'out-of-reach';
  const commits = ({ p50, p99 }) => num(`${one(p50)} / ${one(p99)}`);
  const chained = scenario.balancerNodes !== undefined && scenario.balancerNodes !== 'none';
  result.querySelector('[data-chained]').hidden = !chained;
  result.tBodies[0].replaceChildren(
    ...lanes.map((lane, i) =>
      h(
        'tr',
        {},
        name(lane, i),
        back(lane, lane.outageSeconds.first, lane.outageSeconds.onlyIn),
        back(lane, lane.outageSeconds.last),
        num(grouped(lane.failedRequests)),
        ...(chained ? [num(FAILED_AT.map(where => grouped(lane.failedRequestsAt[where])).join(' / '))] : []),
        num(grouped(lane.acknowledgedWrites)),
        num(withBack(lane.acknowledgedWritesLost, lane.lostWrites.filter(part => !isOutOfReach(part))), lane.acknowledgedWritesLost ? 'bad' : ''),
        num(withBack(lane.acknowledgedWritesOutOfReach, lane.lostWrites.filter(isOutOfReach))),
        commits(lane.commitMsBefore),
        commits(lane.commitMsAfter),
        num(`${one(lane.commitMsAfter.sentP50)} / ${one(lane.commitMsAfter.sentP99)}`),
        num(grouped(lane.readsServedByCopies)),
        num(`${percent(lane.availability)} / ${percent(lane.sla)}`, lane.availability < lane.sla ? 'bad' : ''),
        num(`${lane.relativePrice.toFixed(1)}×`),
      ),
    ),
  );
  lost.tBodies[0].replaceChildren(
    ...lanes.flatMap((lane, i) =>
      lane.lostWrites.map(part =>
        h(
          'tr',
          {},
          name(lane, i),
          h('td', {}, words(`cause.${part.cause}`)),
          num(`#${grouped(part.firstLsn)} – #${grouped(part.lastLsn)}`),
          num(grouped(part.count)),
          num(one(part.fromSeconds)),
          part.untilSeconds === null
            ? h('td', { class: isOutOfReach(part) ? null : 'bad' }, words(isOutOfReach(part) ? 'lost.still-out-of-reach' : 'lost.still'))
            : h('td', {}, words('lost.back', one(part.untilSeconds), one(part.untilSeconds - part.fromSeconds))),
        ),
      ),
    ),
  );
  lost.closest('details').hidden = lanes.every(lane => !lane.lostWrites.length);
  const phases = [...steps.tHead.rows[0].cells].slice(1).map(cell => cell.dataset.phase);
  steps.tBodies[0].replaceChildren(
    ...lanes.map((lane, i) =>
      h('tr', {}, name(lane, i), ...phases.map(phase => num(one(lane.phases.find(p => p.name === phase)?.atSeconds)))),
    ),
  );
  [result, lost, steps].forEach(label);
}

// The result table and the bill, refreshed for another run.
import { grouped } from '../../scene/numbers.js';
import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';

/** Which causes stand together in a column. */
const COLUMNS = [
  ['answered'],
  ['wrong-404'],
  ['no-listener', 'no-upgrade'],
  ['udp-dropped'],
  ['old-address', 'unreachable', 'not-admitted'],
  ['dark-zone'],
  ['target-502', 'target-504', 'empty-503', 'client-timeout', 'server-gone'],
  ['idle-cut'],
];

const num = (text, mark = '') => h('td', { class: mark ? `num ${mark}` : 'num' }, text);
const dollars = value => `$${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** Fills both from a summary of the API. */
export function showSummary({ lanes, scenario }, { result, bill, scale }, words) {
  result.closest('.tablewrap').hidden = false;
  result.tBodies[0].replaceChildren(
    ...lanes.map((lane, i) => {
      const by = Object.fromEntries(lane.failedBy.map(({ cause, count }) => [cause, count]));
      return h(
        'tr',
        {},
        h('th', { scope: 'row' }, laneTag(i), h('span', {}, words(`option.${lane.balancer}`))),
        num(grouped(lane.delivered)),
        ...COLUMNS.map(causes => {
          const count = causes.reduce((sum, cause) => sum + (by[cause] ?? 0), 0);
          return num(grouped(count), count ? 'bad' : '');
        }),
        num(lane.balancer === 'dns' || lane.skew === null ? '–' : `${lane.skew.toFixed(2)}×`),
        h('td', {}, words(`seen.${lane.addressSeen}`)),
      );
    }),
  );
  const names = [...result.tHead.rows[0].cells].map(cell => cell.textContent);
  for (const { cells } of result.tBodies[0].rows) for (const cell of cells) cell.dataset.label = names[cell.cellIndex];
  if (!bill) return;
  scale.textContent = words('cost.scale', scenario.scale);
  bill.replaceChildren(...lanes.map((lane, i) => billRow(lane, i, words)));
}

function billRow({ balancer, bill }, i, words) {
  return h(
    'li',
    {},
    laneTag(i),
    h('span', {}, words(`option.${balancer}`)),
    h('b', {}, dollars(bill.usdPerMonth)),
    balancer === 'dns'
      ? h('small', {}, words('cost.none'))
      : h('small', {}, h('b', {}, words(`cost.${bill.dominating}`)), ` ${bill.units.toFixed(2)} ${words(`cost.unit.${balancer}`)}`),
  );
}

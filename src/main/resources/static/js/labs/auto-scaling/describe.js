// Words for what is on the stage: for those who do not see it, the marks, and why a group grew or shrank.
import { grouped } from '../../scene/numbers.js';
import { marksBetween, upto } from '../../timeline/query.js';
import { thresholdWords, valueWords } from './metric.js';
import { demandAt } from './demand.js';
import { momentOf } from './time.js';

/** A count in few signs, in the unit of the language: 812, 4,513, 113k, 11.3만. */
export function countWords(n, words) {
  if (n < 10000) return grouped(n);
  const units = n / Number(words('count.unit'));
  return `${units < 100 ? +units.toFixed(1) : grouped(units)}${words('count.sign')}`;
}

/** The processes of a group that can be suspended, in the order of the marks' subjects. */
export const PROCESSES = ['launch', 'terminate', 'health-check', 'az-rebalance', 'alarm-notification', 'scheduled-actions'];
const ON_ZONES = new Set(['fail-zone', 'repair-zone', 'no-capacity', 'capacity-back']);

/** What a mark says: "rush", "zone a failed", "demand ×1.5". */
export function markWords({ kind, subject, value }, run, words) {
  return words(`mark.${kind}`, subjectWords(subjectOf(kind, subject, run), words), +value.toFixed(2));
}

function subjectOf(kind, subject, run) {
  if (ON_ZONES.has(kind)) return `az-${run.zones[subject] ?? 'abc'[subject]}`;
  return kind === 'suspend' || kind === 'resume' ? PROCESSES[subject] : 'group';
}

/** "az-a" → "zone a", "group", "launch" → "launching", as the page says it. */
export function subjectWords(id, words) {
  if (/^az-[a-z]$/.test(id)) return words('subject.az', id.slice(3));
  return PROCESSES.includes(id) ? words(`subject.${id}`) : words('subject.group');
}

/** What a glance at the stage tells at an instant, in a few sentences. */
export function describe(run, t, words) {
  const demand = demandAt(run, t),
    said = [words('say.at', momentOf(run, t, words)), words('say.demand', grouped(demand), (demand / run.capacity).toFixed(1))];
  for (const mark of marksBetween(run.marks, t - run.paperMicros / 6, t)) said.push(`${markWords(mark, run, words)}.`);
  for (const lane of run.lanes) {
    const { cost, outside, failed, serving, utilization } = lane.summaryAt(t);
    said.push(
      words(
        'say.lane',
        words(`option.${lane.policy}`),
        serving,
        (utilization * 100).toFixed(0),
        cost.toFixed(2),
        grouped(outside),
        grouped(failed),
      ),
    );
  }
  return said.join(' ');
}

const TARGETS = new Set(['target-high', 'target-low']);
const ALARMS = new Set(['alarm-high', 'alarm-low', ...TARGETS]);

/** An activity in the words of the activity history, with the numbers of its cause. */
export function activityWords(run, lane, activity, words) {
  const { cause, from, to, numbers } = activity,
    [first, second, third] = numbers,
    zone = run.zones[first] ?? '';
  const values = ALARMS.has(cause)
    ? [valueWords(lane, first / 10, words), thresholdWords(lane, second / 10, words), third]
    : cause === 'scheduled'
      ? [`${String(Math.floor(first / 60)).padStart(2, '0')}:${String(first % 60).padStart(2, '0')}`]
      : cause === 'forecast'
        ? [grouped(first)]
        : cause === 'zone-lost'
          ? [zone, second]
          : cause === 'launch-failed'
            ? [zone]
            : cause === 'resize'
              ? [sizeName(run, first), sizeName(run, second)]
              : [first, second, third];
  const said = words(`cause.${cause}`, from, to, ...values),
    rule = TARGETS.has(cause) ? targetRule(run, lane, activity, words) : '';
  return rule ? `${said} · ${rule}` : said;
}

/** ⌈9 × 94 ÷ 60⌉ = 15, where that is what was done: of those that are warm when it grows, of all when it shrinks. */
function targetRule(run, lane, { at, cause, from, to, numbers }, words) {
  const target = lane.metric === 'requests' ? Number(run.scenario.requestsPerTarget) : run.target,
    value = numbers[0] / 10,
    base = cause === 'target-high' ? lane.rows.countsAt(at - 1)['in-service'] : from,
    wanted = Math.ceil((base * value) / target - 1e-9);
  return wanted === to || (wanted > to && to === lane.max) ? words('why.rule', base, +value.toFixed(1), target, wanted) : '';
}

const SIZES = ['', 'x', '2x', '4x', '8x', '16x', '24x'];

/** The name of the size that is `size` doublings above the scenario's. */
function sizeName(run, size) {
  const [family, name] = String(run.scenario.instanceType ?? '').split('.'),
    index = { micro: -3, small: -2, medium: -1, large: 0, xlarge: 1, '2xlarge': 2, '4xlarge': 3 }[name] ?? 0,
    at = index + size;
  return `${family}.${{ '-3': 'micro', '-2': 'small', '-1': 'medium' }[at] ?? `${SIZES[at] ?? `${2 ** (at - 1)}x`}large`}`;
}

/** The latest activities up to t, oldest first: { when, change, words }. */
export function activitiesOf(run, lane, t, words, most = 2) {
  const happened = upto(lane.changesAt, t);
  return lane.changes
    .slice(Math.max(0, happened - most), happened)
    .map(activity => ({ when: momentOf(run, activity.at, words), words: activityWords(run, lane, activity, words) }));
}

/** What a policy sees at t and why it does or does not move, in a sentence. */
export function stateOfMind(run, lane, t, words) {
  const { requested, pending, starting, checking, draining } = lane.rows.countsAt(t),
    coming = requested + pending + starting + checking,
    moving = coming ? words('why.growing', coming) : draining ? words('why.shrinking', draining) : '',
    seen = reading(lane, t, words);
  return moving && seen ? `${moving}. ${seen}` : moving || seen || words('why.nothing');
}

/** The metric, and what keeps it from moving the group; '' where nothing is watched. */
function reading(lane, t, words) {
  const point = lane.pointAt(t),
    rest = lane.cooldownAt(t);
  if (lane.high === null && lane.low === null) return '';
  if (!point) return words('why.unknown');
  const value = valueWords(lane, point.value, words),
    wants = lane.desiredAt(t);
  if (rest) return words('why.cooldown', Math.ceil((rest.to - t) / 1e6), value);
  if (point.high >= lane.highNeeded && wants >= lane.max) return words('why.at-max', value, lane.max);
  if (point.low >= lane.lowNeeded && wants <= lane.min) return words('why.at-min', value, lane.min);
  if (point.high) return words('why.high', value, point.high, lane.highNeeded);
  if (point.low) return words('why.low', value, Math.min(point.low, lane.lowNeeded), lane.lowNeeded);
  return words('why.calm', value);
}

import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import {
  activitiesOf,
  describe,
  draw,
  drawPlane,
  drawPreview,
  drawScrubber,
  layout,
  previewLayout,
  runOf,
  stateOfMind,
  touchAt,
} from '../../main/resources/static/js/labs/auto-scaling.js';
import { readCsv } from '../../main/resources/static/js/labs/auto-scaling/csv.js';
import { settledAt } from '../../main/resources/static/js/labs/auto-scaling/measures.js';
import { clockOf, momentOf, pacesFor, paperOf } from '../../main/resources/static/js/labs/auto-scaling/time.js';
import { Why } from '../../main/resources/static/js/labs/auto-scaling/why.js';
import { randomStream } from './random-stream.js';
import { element, page, withPage } from './fake-dom.js';
import { recordingContext } from './recording-context.js';
import { sampleScaling } from './sample-scaling.js';
import { equal, holds, near, story } from './story.js';

const look = {
  palette: new Proxy({ sans: 'sans' }, { get: (of, name) => of[name] ?? `colour of ${String(name)}` }),
  words: (key, ...values) => key === 'requests' ? 'req' : `${key.split('.').at(-1)}${values.length ? ` ${values.join(' ')}` : ''}`,
};
const HOUR = 3600e6,
  NOON = 12 * HOUR;
const ALL = ['fixed', 'simple', 'target-tracking', 'requests-per-target'];
const samples = new Map();
/** Samples are made once; a run is never changed by being drawn, as the first story shows. */
function sample(how = {}) {
  const key = JSON.stringify(how);
  if (!samples.has(key)) samples.set(key, sampleScaling(how));
  return runOf(fromJson(samples.get(key)));
}

function pictureAt(run, L, t) {
  const { context, calls } = recordingContext();
  draw(context, run, L, t);
  return calls;
}

story('scaling: the same instant is drawn the same, whichever way one came to it', () => {
  const run = sample({ policies: ALL }),
    again = sample({ policies: ALL }),
    L = layout(run, { width: 930 }, look),
    random = randomStream(5),
    t = NOON + 17 * 60e6 + 1234,
    wanted = pictureAt(run, L, t);
  for (const other of [0, 24 * HOUR, ...Array.from({ length: 12 }, () => random() * 24 * HOUR)]) pictureAt(run, L, other);
  equal(pictureAt(run, L, t), wanted, 'after many seeks');
  equal(pictureAt(again, layout(again, { width: 930 }, look), t), wanted, 'as the first picture of a fresh run');
});

story('scaling: nothing leaves the stage, wide and on the narrowest phone, from one lane to four', () => {
  for (const policies of [ALL.slice(1, 2), ALL.slice(0, 3), ALL]) {
    const run = sample({ policies, zoneAt: 735 });
    for (const width of [328, 390, 700, 930, 1200]) {
      const L = layout(run, { width }, look);
      for (const t of [0, 9 * HOUR, NOON, NOON + 6 * 60e6, NOON + 16 * 60e6, 14 * HOUR, 24 * HOUR])
        for (const [name, text, x, y, { textAlign, width: wide } = {}] of pictureAt(run, L, t)) {
          if (name !== 'fillText') continue;
          const left = textAlign === 'right' ? x - wide : textAlign === 'center' ? x - wide / 2 : x;
          holds(left > -24 && left + wide < width + 8 && y >= 0 && y <= L.H, `"${text}" at ${left} of ${width}, ${policies.length} lanes, ${t}`);
        }
    }
  }
});

story('scaling: what is drawn are numbers, for ten minutes, a day and two weeks', () => {
  for (const how of [{ hours: 1 / 6 }, {}, { hours: 336, slot: 60 }]) {
    const run = sample(how);
    for (const width of [358, 930])
      for (const share of [0, 0.3, 0.505, 1])
        for (const [name, ...values] of pictureAt(run, layout(run, { width }, look), run.durationMicros * share))
          holds(
            name.endsWith('=') || values.every(v => typeof v !== 'number' || Number.isFinite(v)),
            `${name} ${values} at ${share} of ${run.durationMicros}, ${width} px`,
          );
  }
});

story('scaling: two weeks cost no more strokes than an hour', () => {
  const strokes = how => {
    const run = sample(how);
    return pictureAt(run, layout(run, { width: 930 }, look), run.durationMicros * 0.52).length;
  };
  holds(strokes({ hours: 336, slot: 60 }) < 4 * strokes({}), `${strokes({ hours: 336, slot: 60 })} against ${strokes({})}`);
});

story('scaling: the stack holds every instance once, and what serves lies at its bottom', () => {
  const run = sample({ policies: ALL, stopAt: 700, zoneAt: 735 }),
    serves = new Set(['in-service', 'warming']);
  for (const lane of run.lanes)
    for (const t of lane.rows.at) {
      const stack = lane.rows.stackAt(t),
        counts = lane.rows.countsAt(t),
        n = stack.findIndex(row => !serves.has(row.state));
      equal(stack.length, Object.values(counts).reduce((a, b) => a + b, 0), `instances of ${lane.policy} at ${clockOf(t)}`);
      equal(n < 0 ? stack.length : n, counts['in-service'] + counts.warming, `what serves in ${lane.policy} at ${clockOf(t)}`);
      equal(lane.rows.servingByZone(t).reduce((a, b) => a + b, 0), counts['in-service'] + counts.warming, 'in its zones');
    }
});

/** Crosses on the paper are the only strokes of their colour and width. */
function crosses(calls) {
  let color = '',
    width = 0,
    count = 0;
  for (const [name, value] of calls) {
    if (name === 'strokeStyle=') color = value;
    else if (name === 'lineWidth=') width = value;
    else if (name === 'stroke' && color === 'colour of failMark' && (width === 1.4 || width === 1.5)) count++;
  }
  return count;
}

story('scaling: crosses lie only where demand found no room', () => {
  const run = sample({ policies: ['simple'] }),
    L = layout(run, { width: 930 }, look);
  equal(crosses(pictureAt(run, L, 11.9 * HOUR)), 0, 'before the rush');
  holds(crosses(pictureAt(run, L, NOON + 15 * 60e6)) > 5, 'in the rush');
  equal(crosses(pictureAt(run, L, 16 * HOUR)), 0, 'hours later');
  holds(run.lanes[0].failedAt(16 * HOUR) > 0, 'though they still count');
});

/** Sheets of a strip's colours: [colour, x, width] of the strip of the only lane, not of the legend. */
function strip(calls, L) {
  const found = [];
  let color = '';
  for (const [name, value, y, width, high] of calls) {
    if (name === 'fillStyle=') color = value;
    else if (name === 'fillRect' && high === 11 && color.startsWith('colour of wait')) found.push([color.slice(10), value, width, y]);
  }
  return found.filter(([, x]) => x >= L.x0 - 12);
}
const saidOn = calls => calls.filter(([name]) => name === 'fillText').map(([, text]) => text);

story('scaling: a wait is coloured part by part as it happens, and nothing of it before', () => {
  const run = sample({ policies: ['simple'] }),
    L = layout(run, { width: 930 }, look),
    begins = NOON + 4 * 60e6,
    colours = t => [...new Set(strip(pictureAt(run, L, t), L).map(([color]) => color))];
  equal(colours(begins), [], 'when demand has just risen over what is served');
  equal(colours(begins + 70e6), ['waitMetric'], 'after 70 s');
  equal(colours(begins + 150e6), ['waitMetric', 'waitAlarm'], 'after 150 s');
  equal(colours(begins + 320e6), ['waitMetric', 'waitAlarm', 'waitBoot', 'waitCheck'], 'when it is served');
  equal(colours(begins + 3 * HOUR), [], 'when it has left the paper');
  const wide = strip(pictureAt(run, L, begins + 320e6), L).map(([, , width]) => width);
  near(wide[1] / wide[2], 120 / 108, 'as long as it took', 0.05);
});

story('scaling: the seconds of a wait stand beside the name, grow with it, and leave with it', () => {
  const run = sample({ policies: ['simple'] }),
    L = layout(run, { width: 1200 }, look),
    begins = NOON + 4 * 60e6,
    legend = t => saidOn(pictureAt(run, L, t)).filter(text => /^(metric|alarm|boot|check|rest) \d|^none/.test(text));
  equal(legend(begins - 60e6), [], 'before');
  equal(legend(begins + 100e6), ['metric 80', 'alarm 20seconds'], 'on the way');
  equal(legend(begins + 10 * 60e6), ['metric 80', 'alarm 120', 'boot 108', 'check 9', 'rest 240seconds', 'none 18'], 'and why nothing more can come');
  equal(legend(begins + 3 * HOUR), [], 'when it has left the paper');
  equal(saidOn(pictureAt(sample({ policies: ['fixed'] }), L, NOON)).filter(text => text.startsWith('metric')), [], 'none where nothing is watched');
});

story('scaling: "why" is arranged anew only when there is another sentence, though its clock runs in every picture', () => {
  withPage({ document: page }, () => {
    const run = sample({ policies: ['simple'] }),
      list = element('ol'),
      why = new Why(list, element('span'), look.words);
    why.show(run, 11 * HOUR);
    const [first] = list.children,
      clock = list.querySelectorAll('dt').at(-1);
    equal(clock.textContent, '11:00');
    why.show(run, 11 * HOUR + 60e6);
    equal([list.children[0] === first, clock.textContent], [true, '11:01'], 'the same elements say another time');
    why.show(run, NOON + 12 * 60e6);
    const said = list.textContent;
    why.show(run, 11 * HOUR);
    why.show(run, NOON + 12 * 60e6);
    equal(list.textContent, said, 'what was said before is said again');
  });
});

story('scaling: figures so far are sums that grow to the whole and never jump back', () => {
  const run = sample(),
    whole = run.lanes.map(lane => lane.summaryAt(run.durationMicros));
  run.lanes.forEach((lane, i) => {
    const sums = ['cost', 'outside', 'failed', 'hours'];
    let before = { cost: 0, outside: 0, failed: 0, hours: 0 };
    for (let t = 0; t <= 24 * HOUR; t += HOUR / 7) {
      const now = lane.summaryAt(t);
      for (const key of sums) holds(now[key] >= before[key], `${key} of ${lane.policy} at ${clockOf(t)}`);
      before = now;
    }
    near(whole[i].cost, lane.columns.costMicroUsd.at(-1) / 1e6, 'cost', 1e-6);
    equal(whole[i].failed, lane.columns.failed.reduce((a, b) => a + b, 0), 'failed');
  });
});

story('scaling: whoever knows the future with all it wants is never outside and pays what the bound says', () => {
  const run = sample({ slot: 60 }),
    all = run.bound.atMost(run.bound.most, run.durationMicros),
    fewer = run.bound.atMost(run.bound.most - 3, run.durationMicros);
  equal(all.outside, 0, 'outside');
  near(all.cost, run.bound.costAt(run.durationMicros), 'cost', 0.01);
  holds(fewer.cost < all.cost && fewer.outside > 0, 'three fewer cost less and are short');
});

story('scaling: a slow version halves what a row of the stack is worth', () => {
  const json = structuredClone(sampleScaling({ policies: ['fixed'], hours: 1 })),
    marks = json.shared.find(table => table.name === 'marks');
  const values = { atMicros: 20 * 60e6, kind: json.dictionaries.kind.indexOf('slow-version'), subject: 0, value: 2000, person: 1 };
  marks.rows = 1;
  for (const column of marks.columns) column.values = [values[column.name]];
  const [lane] = runOf(fromJson(json)).lanes;
  equal([lane.capacityAt(19 * 60e6), lane.capacityAt(21 * 60e6)], [12, 6]);
});

story('scaling: while a guess is open the bar of time shows nothing of the future but what a person does', () => {
  const run = sample({ stopAt: 800 }),
    drawn = withheld => {
      const { context, calls } = recordingContext();
      drawScrubber(context, run, { width: 700, height: 92 }, look, 6 * HOUR, withheld);
      return calls;
    };
  const words = calls => calls.filter(([name]) => name === 'fillText').map(([, text]) => text);
  holds(words(drawn(false)).some(text => text.startsWith('rush')), 'the rush is announced to whoever has guessed');
  holds(!words(drawn(true)).some(text => text.startsWith('rush')), 'and to nobody else');
  holds(words(drawn(true)).some(text => text.startsWith('stop-instance')), 'what a person does is their own');
  holds(drawn(true).filter(([name]) => name === 'lineTo').length < drawn(false).filter(([name]) => name === 'lineTo').length, 'no line of the future');
});

story('scaling: what is pressed on the stage is a box of a zone, or the group', () => {
  const run = sample(),
    L = layout(run, { width: 930 }, look),
    y = L.top + L.head + L.chart - L.u / 2,
    x = L.now0 + L.nowW / 2;
  equal(touchAt(L, run, x, y, NOON), { kind: 'box', zone: 0, lane: 0 }, 'the lowest row serves in the first zone');
  equal(touchAt(L, run, x, y - 11 * L.u, NOON), { kind: 'box', zone: 1, lane: 0 }, 'the highest in the other');
  equal(touchAt(L, run, x, L.top + L.head, NOON), { kind: 'group', lane: 0 }, 'above them is the group');
  equal(touchAt(L, run, L.x0 + 20, y, NOON), null, 'on paper lies the past');
});

story('scaling: words for the ear name every lane, and reasons tell the numbers of the rule', () => {
  const run = sample(),
    t = NOON + 20 * 60e6,
    said = describe(run, t, look.words);
  for (const policy of run.lanes.map(lane => lane.policy)) holds(said.includes(policy), `${policy} in "${said}"`);
  equal(stateOfMind(run, run.lanes[0], t, look.words), 'nothing', 'a fixed number watches nothing');
  const [, simple, tracking] = run.lanes;
  holds(activitiesOf(run, simple, t, look.words, 9).some(one => one.words.startsWith('alarm-high')), 'simple scaling tells its alarm');
  const rules = activitiesOf(run, tracking, t, look.words, 9).filter(one => one.words.includes('rule'));
  holds(rules.length > 0, 'target tracking tells its rule');
  for (const { words } of rules) {
    const [base, value, target, wanted] = words.split('rule ')[1].split(' ').map(Number);
    equal(Math.ceil((base * value) / target), wanted, words);
  }
});

story('scaling: speeds play ten minutes, a day and two weeks in about a minute, and a day offers 2, 8, 24 and 72', () => {
  equal(pacesFor(24 * HOUR), { paces: [120, 480, 1440, 4320], pace: 1440 });
  for (const hours of [1 / 6, 1, 5, 48, 336]) {
    const { paces, pace } = pacesFor(hours * HOUR);
    holds(paces.length === 4 && paces.includes(pace), `${hours} h: ${paces}`);
    near((hours * 3600) / pace, 60, `${hours} h`, 0.75);
  }
  equal([paperOf(HOUR / 6), paperOf(24 * HOUR), paperOf(336 * HOUR)], [HOUR / 6, HOUR, 6 * HOUR], 'paper');
  equal(momentOf({ durationMicros: 48 * HOUR, short: false }, 36.5 * HOUR, key => key), 'day.1 12:30');
});

story('scaling: a claim is answered when the run has decided it, and at its end where only the end can', () => {
  const run = sample(),
    shrinks = run.lanes[2].changes.find(({ at, from, to }) => at >= NOON + HOUR && to < from).at;
  equal(settledAt(run, 'lunch-without-room'), 13.75 * HOUR, 'some time after the rush');
  equal(settledAt(run, 'cpu-80-late'), NOON + 6 * 60e6, 'after two minutes of too few');
  equal(settledAt(run, 'slow-scale-in'), shrinks, 'when the group first shrinks');
  holds(shrinks < 24 * HOUR, 'which it does');
  equal(settledAt(run, 'forecast-needs-history'), NOON, 'when the rush is there');
  equal(settledAt(run, 'night-costs-less'), 24 * HOUR, 'only at the end');
  equal(settledAt(run, 'short-grace'), 24 * HOUR, 'what never happens is known at the end');
});

story('scaling: the plane draws every policy, the bound and a sweep, and nothing that is not a number', () => {
  const run = sample({ policies: ALL }),
    { context, calls } = recordingContext();
  drawPlane(context, run, { width: 268, height: 190 }, look, NOON, { lane: 2, points: [{ target: 40, cost: 30, outside: 0 }, { target: 80, cost: 12, outside: 4000 }] });
  const written = calls.filter(([name]) => name === 'fillText').map(([, text]) => text);
  for (const text of ['A', 'B', 'C', 'D', '40', '80']) holds(written.includes(text), `${text} in ${written}`);
  for (const [name, ...values] of calls)
    holds(name.endsWith('=') || values.every(v => typeof v !== 'number' || Number.isFinite(v)), `${name} ${values}`);
});

story('scaling: before a guess the axes of the plane tell nothing of what the run will cost', () => {
  const run = sample({ policies: ALL }),
    most = known => {
      const { context, calls } = recordingContext();
      drawPlane(context, run, { width: 268, height: 190 }, look, NOON, null, known);
      return Math.max(...calls.filter(([name, text]) => name === 'fillText' && /^\$/.test(text)).map(([, text]) => Number(text.slice(1))));
    },
    costs = at => Math.max(...run.lanes.map(lane => lane.costAt(at)));
  holds(most(NOON) < costs(run.durationMicros) * 0.75, `${most(NOON)} of ${costs(run.durationMicros)}`);
  holds(most(run.durationMicros) > costs(NOON), 'afterwards they are as long as the run');
});

story('scaling: the preview shows the same run without a word', () => {
  const run = sample(),
    { context, calls } = recordingContext();
  drawPreview(context, run, previewLayout(run, 420, look.palette), NOON);
  equal(calls.filter(([name]) => name === 'fillText').map(([, text]) => text), ['A', 'B', 'C']);
});

story('scaling: a pasted table becomes evenly spread points, with times of many spellings or none', () => {
  equal(readCsv('100\n200\n300').points, [100, 200, 300]);
  equal(readCsv('time,rate\n00:00,100\n00:30,200\n\n01:30,400\n').points, [100, 200, 300, 400], 'a gap is filled by a straight line');
  const spelled = readCsv('2026-03-02T09:00,50\r\n2026-03-02 09:10,60\r\n2026-03-02T09:20:00,70');
  equal([spelled.points, spelled.seconds], [[50, 60, 70], 1200]);
  equal(readCsv('0,10\n30m,20\n1h,30').seconds, 3600);
  const many = readCsv(Array.from({ length: 2000 }, (_, i) => `${i * 60},${i % 7}`).join('\n'));
  equal([many.points.length, many.lines, many.problems], [672, 2000, []], 'no more points than an address carries');
});

story('scaling: what cannot be read in a pasted table is named by its line, and nothing is taken over', () => {
  const { points, problems } = readCsv('time,rate\n00:00,100\nnoon,200\n00:20,many\n00:15\n00:10,5,6\n00:00,7');
  equal(points, []);
  equal(
    problems.map(({ line, code }) => [line, code]),
    [
      [3, 'not-a-time'],
      [4, 'not-a-rate'],
      [5, 'mixed'],
      [6, 'columns'],
      [7, 'backwards'],
    ],
  );
  equal(readCsv('00:00,1\n00:01,2').problems[0].code, 'span', 'a minute is no run');
  equal(readCsv('12').problems[0].code, 'few');
  equal(readCsv('-5\n7').problems.map(p => p.code), ['not-a-rate'], 'less than nothing is no rate');
});

import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import { describe, draw, drawPreview, drawScrubber, layout, previewLayout, runOf, touchAt } from '../../main/resources/static/js/labs/elb.js';
import { lookedAt } from '../../main/resources/static/js/labs/elb/run.js';
import { FLIGHT } from '../../main/resources/static/js/labs/elb/time.js';
import { Asking } from '../../main/resources/static/js/scene/asking.js';
import { randomStream } from './random-stream.js';
import { recordingContext } from './recording-context.js';
import { sampleElb } from './sample-elb.js';
import { equal, holds, story } from './story.js';

const look = {
  palette: new Proxy({ sans: 'sans' }, { get: (of, name) => of[name] ?? `colour of ${String(name)}` }),
  words: (key, ...values) => `${key.split('.').at(-1)}${values.length ? ` ${values[0]}` : ''}`,
};
const ruler = recordingContext().context;
const ACTS = [
  { atMicros: 40e6, kind: 'stop', subject: 3 },
  { atMicros: 60e6, kind: 'shut', subject: 1 },
  { atMicros: 100e6, kind: 'fail-zone', subject: 0 },
];
const sample = (how = {}) => runOf(fromJson(sampleElb(how)));

function pictureAt(run, L, t) {
  const { context, calls } = recordingContext();
  draw(context, run, L, t, { speed: 1 });
  return calls;
}

/** What is painted at t, with what it means. */
function marksAt(run, L, t) {
  const marks = [];
  draw(new Asking(ruler, mark => marks.push(mark)), run, L, t, { speed: 1 });
  return marks;
}

story('elb: the same instant is drawn the same, whichever way one came to it', () => {
  const run = sample({ at: ACTS }),
    again = sample({ at: ACTS }),
    L = layout(run, { width: 930 }, look),
    random = randomStream(3),
    wanted = pictureAt(run, L, 71.3e6);
  for (const t of [0, 120e6, ...Array.from({ length: 20 }, () => random() * 120e6)]) pictureAt(run, L, t);
  equal(pictureAt(run, L, 71.3e6), wanted, 'after many seeks');
  equal(pictureAt(again, layout(again, { width: 930 }, look), 71.3e6), wanted, 'as the first picture of a fresh run');
});

story('elb: nothing of the future is painted: a run that goes another way later looks the same until then', () => {
  const calm = sample(),
    touched = sample({ at: ACTS.slice(2) });
  for (const width of [358, 930]) {
    const of = run => layout(run, { width }, look);
    for (const t of [3e6, 30e6, 70e6, 99.99e6]) equal(pictureAt(touched, of(touched), t), pictureAt(calm, of(calm), t), `${t} at ${width} px`);
  }
  const at = run => run.lanes.map(lane => lane.failedShare(99.9e6, 6e6));
  equal(at(touched), at(calm), 'nor on the bar of time left of the playhead');
});

story('elb: a letter counts when its sender knows, and then once: what was sent is delivered, failed or still on its way', () => {
  const run = sample({ at: ACTS });
  for (const lane of run.lanes)
    for (const t of [0, 20e6, 61e6, 104e6, 120e6]) {
      const { delivered, failed, received } = lane.countsAt(t),
        known = lane.end.filter(end => end <= t).length;
      equal(delivered + failed, known, `${lane.balancer} at ${t}`);
      equal(lane.causesAt(t).reduce((sum, { count }) => sum + count, 0), failed, 'each for one cause');
      holds(received.reduce((a, b) => a + b, 0) <= run.at.filter(at => at <= t).length, 'no target got more than was sent');
    }
});

story('elb: who keeps a connection is where its line ends: an ALB’s ends at the door, only WebSocket runs through', () => {
  const run = sample(),
    t = 30e6,
    through = lane => lane.threads.filter(thread => thread.from <= t && t < thread.until && thread.target >= 0),
    [alb, nlb] = run.lanes;
  equal([...new Set(through(alb).map(thread => alb.rowOf(thread)))], [2], 'rows of an ALB');
  holds(through(nlb).length >= 8, 'everything of an NLB');
  for (const lane of [alb, nlb]) {
    const L = layout(run, { width: 930 }, look, { lanes: [lane.index], parts: ['threads', 'targets', 'doors'] }),
      ends = marksAt(run, L, t)
        .filter(({ sign, line }) => sign === 'thread-through' && line)
        .map(({ y, h }) => [y, y + h]),
      rows = [0, 1, 2, 3, 4].map(row => L.top + L.head + (row + 0.5) * L.rowH),
      reached = rows.map(y => ends.some(([top, bottom]) => Math.abs(top - y) < 1 || Math.abs(bottom - y) < 1));
    equal(reached.filter((yes, row) => yes && row !== 2).length > 0, lane === nlb, `${lane.balancer}: ${reached}`);
  }
  const doors = marksAt(run, layout(run, { width: 930 }, look, { lanes: [0] }), t).filter(({ sign }) => sign === 'thread'),
    { wall } = layout(run, { width: 930 }, look, { lanes: [0] });
  holds(doors.length > 2 && doors.every(({ x, w }) => x + w <= wall), 'what it keeps itself ends before the wall');
});

story('elb: a silent chat that was cut has no line any more', () => {
  const run = sample({ balancers: ['alb'] }),
    lines = t => run.lanes[0].threadsAt(t).reduce((sum, n) => sum + n, 0);
  equal(lines(64e6) - lines(66e6), 2, 'outside and inside');
});

story('elb: a letter is sealed until an ALB has read it, and an NLB never opens one on its way', () => {
  const run = sample(),
    marks = (lane, t, parts) => marksAt(run, layout(run, { width: 930 }, look, { lanes: [lane], parts }), t).map(({ sign }) => sign);
  let opened = 0;
  for (let i = 0; i < 60; i++) {
    const t = 10e6 + i * 0.37e6;
    holds(!marks(1, t, ['desk']).includes('opened'), `on the desk of an NLB at ${t}`);
    if (marks(0, t, ['desk']).includes('opened')) opened++;
  }
  holds(opened > 20, 'an ALB reads');
});

story('elb: the letter on the desk is the same in every lane, and has arrived there', () => {
  const run = sample();
  for (const t of [4e6, 33e6, 90e6]) {
    const i = lookedAt(run, t);
    holds(i >= 0 && run.at[i] + 0.8e6 <= t, `${i} at ${t}`);
  }
  equal(lookedAt(run, 0), -1);
  holds(new Set(run.shown.map(i => run.service[i])).size === 5, 'all kinds in turn');
  run.shown.slice(1).forEach((i, n) => holds(run.at[i] - run.at[run.shown[n]] >= 3e6, 'time to read it'));
});

story('elb: however many letters there are, no more are drawn on their way than can be', () => {
  const count = rate => {
    const run = sample({ rate, seconds: 12, balancers: ['nlb'] }),
      L = layout(run, { width: 930 }, look, { parts: ['letters'] });
    return Math.max(...[5e6, 8e6, 11e6].map(t => pictureAt(run, L, t).filter(([name]) => name === 'fillRect' || name === 'arc').length));
  };
  holds(count(1500) < 400, `${count(1500)} at 1,500 a second`);
  holds(count(5) > 3, 'few are all drawn');
});

story('elb: nothing leaves the stage, and no words lie over others, wide and on the narrowest phone', () => {
  const run = sample({ at: ACTS });
  for (const width of [328, 390, 700, 930, 1200])
    for (const lanes of [[0], [0, 1], [0, 1, 2, 3]]) {
      const L = layout(run, { width }, look, { lanes });
      for (const t of [0, 26e6, 45e6, 63e6, 104e6, 118e6])
        for (const { kind, sign, x, y, w, h } of marksAt(run, L, t))
          if (kind === 'words') holds(x > -2 && x + w < width + 2 && y >= -2 && y + h <= L.H + 2, `${sign} at ${x}, ${y} of ${width}, ${t}`);
    }
});

story('elb: what is drawn are numbers, in every arrangement', () => {
  const run = sample({ at: ACTS });
  for (const width of [358, 930])
    for (const t of [0, 24.99e6, 25.3e6, 60e6, 100e6, 100.5e6, 120e6])
      for (const [name, ...values] of pictureAt(run, layout(run, { width }, look), t))
        holds(name.endsWith('=') || values.every(v => typeof v !== 'number' || Number.isFinite(v)), `${name} ${values} at ${t}, ${width} px`);
});

story('elb: what is pressed is what is painted there: doors, targets, gates, the name, the wall', () => {
  const run = sample(),
    L = layout(run, { width: 930 }, look, { lanes: [0, 1] }),
    row = (lane, r) => L.top + lane * L.laneH + L.head + (r + 0.5) * L.rowH,
    at = (x, y) => touchAt(L, run, x, y, 10e6);
  equal(at(L.wall, (row(0, 0) + row(0, 1)) / 2), { kind: 'zone', zone: 0 });
  equal(at(L.wall, (row(1, 2) + row(1, 3)) / 2), { kind: 'zone', zone: 1 });
  run.targets.forEach(({ index, service }) => equal(at(L.boxes.at[index], row(1, service)), { kind: 'target', target: index }));
  equal(at(L.gate, row(0, 1)), { kind: 'gate', service: 1 });
  equal(at(L.wall, row(0, 4) + 6), { kind: 'wall' });
  equal(at(L.wall, row(1, 0) - L.rowH / 2 - 7), { kind: 'name' });
  equal(at(L.desk, row(0, 2)), null);
});

story('elb: what stands in DNS, what is dark, stopped, shut and known is told to who cannot see it, too', () => {
  const run = sample({ at: ACTS }),
    words = (key, ...values) => `${key}(${values.join('; ')})`,
    said = t => describe(run, t, words);
  holds(said(45e6).includes('say.stopped(api-2)'), said(45e6));
  holds(said(101e6).includes('say.dark(a)') && said(101e6).includes('mark.fail-zone'), said(101e6));
  holds(!said(39e6).includes('say.stopped'), 'not before');
  const signs = t => new Set(marksAt(run, layout(run, { width: 930 }, look), t).map(({ sign }) => sign));
  for (const [sign, before, after] of [['stopped', 39e6, 41e6], ['known', 59e6, 61e6], ['shut', 59e6, 61e6], ['dark-door', 99e6, 101e6], ['fresh', 24e6, 26e6]]) {
    holds(!signs(before).has(sign), `${sign} before`);
    holds(signs(after).has(sign), `${sign} after`);
  }
  holds(!signs(34e6).has('fresh'), 'an address is new for eight seconds');
});

story('elb: who waits for an answer that does not come is a ring until it is known to have failed', () => {
  const run = sample({ balancers: ['alb'] }),
    lane = run.lanes[0],
    i = run.at.findIndex((at, k) => at > 20e6 && lane.outcomeOf(k) === 'udp-dropped'),
    waits = t => lane.countsAt(t).waits[run.targets.length + 4],
    sent = run.at[i];
  holds(waits(sent + FLIGHT) > waits(sent + FLIGHT - 1), 'from when its way on the stage is over');
  equal(lane.outcomeAt(i, sent + 2.9e6), null, 'nobody knows yet');
  equal(lane.outcomeAt(i, sent + 3e6), 'udp-dropped');
});

story('elb: in small it is the same run, without words', () => {
  const run = sample({ balancers: ['alb', 'nlb'] }),
    L = previewLayout(run, 420, look.palette),
    { context, calls } = recordingContext();
  drawPreview(context, run, L, 60e6, { speed: 1 });
  equal(calls.filter(([name]) => name === 'fillText').length, 0);
  holds(calls.length > 100 && L.H > 100, 'there is something to see');
  drawScrubber(recordingContext().context, run, { width: 358, height: 92 }, look, 60e6, true);
});

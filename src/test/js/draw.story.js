import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import {
  describe,
  draw,
  drawScrubber,
  layout,
  reasonFor,
  runOf,
} from '../../main/resources/static/js/labs/load-balancing.js';
import { paceFor, speedsFor } from '../../main/resources/static/js/player/speeds.js';
import { randomStream } from './random-stream.js';
import { recordingContext } from './recording-context.js';
import { sampleTimeline } from './sample-timeline.js';
import { equal, holds, story } from './story.js';

const look = {
  palette: new Proxy({ sans: 'sans' }, { get: (of, name) => of[name] ?? `colour of ${String(name)}` }),
  words: (key, ...values) => `${key.split('.').at(-1)}${values.length ? ` ${values[0]}` : ''}`,
};
const ALL = ['round-robin', 'least-connections', 'response-time', 'hash'];
const crowded = {
  seed: 8,
  rate: 200,
  seconds: 15,
  serviceMillis: 40,
  latencyMillis: 2,
  speeds: [1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0.5, 2, 0.3],
  strategies: ALL,
  queueLimit: 60,
  checkSeconds: 3,
  at: [
    { atMicros: 0, kind: 'slow', target: 4, factor: 3 },
    { atMicros: 4e6, kind: 'stop', target: 2 },
    { atMicros: 11e6, kind: 'start', target: 2 },
  ],
};
const plain = { seed: 3, rate: 9, seconds: 20, serviceMillis: 300, speeds: [1, 1, 0.4, 1, 1], strategies: ALL.slice(0, 3) };

function pictureAt(run, L, t) {
  const { context, calls } = recordingContext();
  draw(context, run, L, t);
  return calls;
}

story('the same instant is drawn the same, whichever way one came to it', () => {
  const run = runOf(fromJson(sampleTimeline(crowded))),
    again = runOf(fromJson(sampleTimeline(crowded))),
    L = layout(run, { width: 930 }, look),
    random = randomStream(5);
  const wanted = pictureAt(run, L, 7.25e6);
  for (const t of [0, 15e6, ...Array.from({ length: 20 }, () => random() * 15e6)]) pictureAt(run, L, t);
  equal(pictureAt(run, L, 7.25e6), wanted, 'after many seeks');
  equal(pictureAt(again, layout(again, { width: 930 }, look), 7.25e6), wanted, 'as the first picture of a fresh run');
});

story('nothing leaves the stage: twelve targets and four lanes, wide and on the narrowest phone', () => {
  const run = runOf(fromJson(sampleTimeline(crowded)));
  for (const width of [328, 358, 700, 930, 1200]) {
    const L = layout(run, { width }, look);
    for (const t of [0, 1e6, 4.05e6, 6e6, 9.5e6, 12e6, 15e6])
      for (const call of pictureAt(run, L, t)) inside(call, L, `${width} px at ${t}`);
  }
});

function inside([name, ...v], L, about) {
  const say = `${about}: ${name} ${JSON.stringify(v)}`;
  if (!name.endsWith('='))
    holds(
      v.every(x => typeof x !== 'number' || Number.isFinite(x)),
      `not a number, ${say}`,
    );
  if (name === 'fillRect')
    holds(v[0] >= -1 && v[0] + v[2] <= L.W + 5 && v[1] >= -1 && v[1] + v[3] <= L.H + 1, `outside, ${say}`);
  if (name === 'arc') holds(v[0] >= -3 && v[0] <= L.W + 1 && v[1] >= 0 && v[1] <= L.H, `outside, ${say}`);
  if (name === 'fillText') {
    const { width, textAlign } = v[3],
      left = v[1] - { left: 0, center: width / 2, right: width }[textAlign];
    holds(left >= -3 && left + width <= L.W + 3 && v[2] >= 4 && v[2] <= L.H, `cut off, ${say}`);
  }
}

story('a box shows exactly the requests that it serves, as far as they are, and none that is still seen on its way', () => {
  for (const latencyMillis of [0, 30, 400]) {
    const run = runOf(fromJson(sampleTimeline({ ...plain, latencyMillis }))),
      L = layout(run, { width: 930 }, look);
    let shown = 0;
    for (let t = 0; t < 19e6; t += 37_000) {
      const bars = pictureAt(run, L, t)
        .filter(([name, x, , w]) => name === 'fillRect' && w === 3.2 && x > L.server && x < L.server + L.serverW)
        .map(([, x]) => x.toFixed(3))
        .sort();
      const expected = run.lanes
        .flatMap(lane =>
          Array.from(lane.target.keys())
            .filter(
              i =>
                lane.startOf(i) <= t &&
                t < lane.endOf(i) &&
                t - run.arrival[i] >= Math.max(latencyMillis * 1000, Math.min(160_000, lane.endOf(i) - run.arrival[i])),
            )
            .map(i => {
              const end = lane.endOf(i),
                u =
                  end < Infinity
                    ? (t - lane.startOf(i)) / (end - lane.startOf(i))
                    : Math.min(0.97, (t - lane.startOf(i)) / (run.demand[i] / run.speeds[lane.target[i]]));
              return (L.server + 2 + (L.serverW - 7) * u).toFixed(3);
            }),
        )
        .sort();
      equal(bars, expected, `at ${t}`);
      shown += bars.length;
    }
    holds(shown > 500, `served requests are seen: ${shown}`);
  }
});

story('without network time a request still visibly travels from the balancer to its target', () => {
  const run = runOf(fromJson(sampleTimeline(plain))),
    L = layout(run, { width: 930 }, look),
    first = run.arrival[0];
  const dots = t =>
    pictureAt(run, L, t).filter(([name, x]) => name === 'arc' && x > L.balancer + L.tag && x < L.server).length;
  equal(dots(first - 1), 0, 'before it arrives');
  holds(dots(first + 40_000) >= run.lanes.length, 'one dot and one ring in every lane on the way');
});

story('a queue of thousands costs no more strokes than its rail has room for', () => {
  const run = runOf(
      fromJson(sampleTimeline({ rate: 2000, seconds: 8, serviceMillis: 5, speeds: [1, 1, 1], strategies: ['round-robin'] })),
    ),
    L = layout(run, { width: 930 }, look);
  holds(run.lanes[0].queueAt(0, 7.9e6).to - run.lanes[0].queueAt(0, 7.9e6).from > 2000, 'thousands wait');
  const calls = pictureAt(run, L, 7.9e6).length;
  holds(calls < 6000, `${calls} calls`);
});

story('the bar of time draws every lane and every mark, and nothing that is not a number', () => {
  const run = runOf(fromJson(sampleTimeline(crowded))),
    { context, calls } = recordingContext();
  drawScrubber(context, run, { width: 690, height: 92 }, look, 6e6);
  equal(calls.filter(([name]) => name === 'stroke').length >= 2 * run.lanes.length, true);
  holds(
    calls.every(([name, ...v]) => name.endsWith('=') || v.every(x => typeof x !== 'number' || Number.isFinite(x))),
    'finite',
  );
});

story('words for the ear name every lane, and "why there" names the choice and every value seen', () => {
  const run = runOf(fromJson(sampleTimeline(crowded))),
    said = describe(run, 9e6, (key, ...values) => `${key}(${values.join('; ')})`);
  for (const lane of run.lanes) holds(said.includes(lane.strategy), `${lane.strategy} in: ${said}`);
  const i = 900,
    why = reasonFor(run, run.lanes[1], i, (key, ...values) => `${key}(${values.join('; ')})`);
  equal(why.target, `t${run.lanes[1].target[i] + 1}`);
  equal(why.values.length, 12);
  equal(why.values.filter(v => v.won).length, 1);
});

story('the first speed shows about ten arrivals a second, and real time is always offered', () => {
  for (const rate of [0.1, 2, 9.5, 10.9, 12, 180, 3000, 100000]) {
    const pace = paceFor(rate),
      speeds = speedsFor(pace, 60e6);
    holds(pace * rate <= 11 && pace <= 1, `${rate}/s at ${pace}`);
    holds(speeds.includes(pace) && speeds.includes(1) && speeds.length <= 5, `${rate}/s: ${speeds}`);
  }
  holds(speedsFor(1, 86400e6).at(-1) >= 600, 'a day can be watched in minutes');
});

import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import { ascendingOrder, marksBetween, Percentiles, Tally, upto } from '../../main/resources/static/js/timeline/query.js';
import { runOf, stateAt } from '../../main/resources/static/js/labs/load-balancing/run.js';
import { randomStream } from './random-stream.js';
import { sampleTimeline } from './sample-timeline.js';
import { equal, holds, near, story } from './story.js';

const whole = (random, n, most) => Float64Array.from({ length: n }, () => Math.floor(random() * most));
const nearestRank = (values, p) =>
  values.length ? values.sort((a, b) => a - b)[Math.max(0, Math.ceil(p * values.length - 1e-9) - 1)] : NaN;

story('a bound by halving finds the same place as counting', () => {
  const random = randomStream(1),
    list = whole(random, 500, 200).sort();
  for (let limit = -1; limit <= 201; limit++) equal(upto(list, limit), list.filter(v => v <= limit).length);
  equal(upto([], 3), 0);
});

story('rows are ordered by value and, among equal values, by row, beyond 32 bits too', () => {
  const random = randomStream(2);
  for (const most of [3, 70000, 5e9, 8e13]) {
    const values = whole(random, 3000, most),
      expected = Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
    equal(ascendingOrder(values), expected, `values below ${most}`);
  }
});

story('a tally from checkpoints counts what counting from the start counts, on and beside the checkpoints', () => {
  const random = randomStream(3),
    kinds = Uint8Array.from({ length: 5000 }, () => random() * 7);
  const tally = new Tally(kinds, 7);
  for (const m of [0, 1, 1023, 1024, 1025, 2048, 4999, 5000]) {
    const expected = Array(7).fill(0);
    for (const kind of kinds.subarray(0, m)) expected[kind]++;
    equal(tally.at(m), expected, `first ${m}`);
  }
});

story('percentiles of any stretch are the nearest rank of the sorted stretch, ties included', () => {
  const random = randomStream(4);
  for (const most of [5, 1e6]) {
    const values = whole(random, 4000, most),
      percentiles = new Percentiles(values);
    for (let round = 0; round < 60; round++) {
      const from = Math.floor(random() * 4000),
        to = from + Math.floor(random() * (4001 - from));
      const shares = [0.5, 0.95, 0.99, 1];
      equal(
        percentiles.between(from, to, shares),
        shares.map(p => nearestRank(Array.from(values.subarray(from, to)), p)),
        `${from} … ${to}`,
      );
    }
  }
});

story('marks between two instants leave out the first and take in the last', () => {
  const marks = [1, 5, 5, 9].map(atMicros => ({ atMicros }));
  equal(marksBetween(marks, 1, 5).length, 2);
  equal(marksBetween(marks, 9, 20), []);
});

/** Everything about an instant by reading every request: slow, plain, and what the indexes must agree with. */
function bruteForce(run, lane, t) {
  const rows = [...run.arrival.keys()],
    { latency } = run;
  const reply = i => (lane.endedMicros[i] < 0 ? Infinity : run.arrival[i] + 2 * latency + lane.endedMicros[i]);
  const ended = rows.filter(i => reply(i) <= t && lane.outcomeOf(i) !== 'in-flight'),
    by = outcome => ended.filter(i => lane.outcomeOf(i) === outcome);
  const responses = by('completed').map(i => lane.endedMicros[i] + 2 * latency);
  const targets = run.targets.map((_, k) => {
    const here = rows.filter(i => lane.target[i] === k),
      reach = i => run.arrival[i] + latency,
      start = i => (lane.waitMicros[i] < 0 ? Infinity : reach(i) + lane.waitMicros[i]),
      end = i => (lane.endedMicros[i] < 0 ? Infinity : reach(i) + lane.endedMicros[i]);
    return {
      waiting: here.filter(i => reach(i) <= t && t < Math.min(start(i), end(i))),
      serving: here.filter(i => start(i) <= t && t < end(i)),
      busy: here.filter(i => start(i) <= t).reduce((sum, i) => sum + Math.min(t, end(i)) - start(i), 0),
      failed: here.filter(i => lane.outcomeOf(i) === 'failed' && end(i) <= t).length,
    };
  });
  const shares = run.targets.map((_, k) => rows.filter(i => run.arrival[i] <= t && lane.target[i] === k).length),
    sent = shares.reduce((a, b) => a + b, 0);
  return {
    completed: responses.length,
    failed: by('failed').length,
    rejected: by('rejected').length,
    p: [0.5, 0.95, 0.99].map(p => nearestRank(responses, p)),
    mean: responses.reduce((a, b) => a + b, 0) / responses.length,
    targets,
    imbalance: sent ? (Math.max(...shares) * shares.length) / sent : NaN,
  };
}

const SCENARIOS = [
  {
    seed: 1,
    rate: 12,
    speeds: [1, 0.5, 1],
    latencyMillis: 120,
    serviceMillis: 300,
    at: [
      { atMicros: 6e6, kind: 'stop', target: 1 },
      { atMicros: 13e6, kind: 'start', target: 1 },
    ],
  },
  {
    seed: 2,
    rate: 60,
    speeds: [1, 1],
    serviceMillis: 40,
    queueLimit: 3,
    strategies: ['random', 'hash'],
    at: [{ atMicros: 3e6, kind: 'slow', target: 0, factor: 4 }],
  },
  {
    seed: 3,
    rate: 300,
    seconds: 10,
    speeds: [1, 1, 0.2, 1],
    serviceMillis: 15,
    latencyMillis: 1,
    strategies: ['round-robin', 'least-connections', 'response-time', 'random'],
    at: [
      { atMicros: 2e6, kind: 'stop', target: 2 },
      { atMicros: 2e6, kind: 'stop', target: 0 },
      { atMicros: 7e6, kind: 'start', target: 2 },
    ],
  },
];

for (const scenario of SCENARIOS) {
  story(
    `what waits, is served, has ended, failed, and how fast, agrees with reading every request (seed ${scenario.seed})`,
    () => {
      const run = runOf(fromJson(sampleTimeline(scenario))),
        random = randomStream(99);
      const moments = [
        0,
        run.durationMicros,
        ...run.marks.map(m => m.atMicros),
        ...run.arrival.subarray(40, 44),
        ...Array.from({ length: 40 }, () => Math.floor(random() * run.durationMicros)),
      ];
      for (const lane of run.lanes)
        for (const t of moments) {
          const expected = bruteForce(run, lane, t),
            got = lane.summaryAt(t),
            about = `${lane.strategy} at ${t}`;
          equal(
            [got.completed, got.failed, got.rejected, got.p50, got.p95, got.p99],
            [expected.completed, expected.failed, expected.rejected, ...expected.p],
            about,
          );
          near(got.mean, expected.mean, `${about}, mean`);
          near(got.imbalance, expected.imbalance, `${about}, imbalance`);
          expected.targets.forEach((target, k) => {
            const queue = lane.queueAt(k, t),
              here = `${about}, target ${k}`;
            equal(queue.ids.subarray(queue.from, queue.to), target.waiting, `${here}, waiting`);
            equal(queue.serving < 0 ? [] : [queue.serving], target.serving, `${here}, served`);
            near(lane.utilizationAt(k, t), t ? target.busy / t : 0, `${here}, utilization`);
            equal(lane.failuresAt(k, t), target.failed, `${here}, failures`);
          });
        }
    },
  );
}

story('a target is up, slow and let through exactly from one mark to the next', () => {
  const run = runOf(
    fromJson(
      sampleTimeline({
        checkSeconds: 1,
        at: [
          { atMicros: 5e6, kind: 'stop', target: 1 },
          { atMicros: 5e6, kind: 'slow', target: 0, factor: 3 },
          { atMicros: 9e6, kind: 'start', target: 1 },
        ],
      }),
    ),
  );
  equal(stateAt(run, 1, 4999999), { up: true, known: true, factor: 1 });
  equal(stateAt(run, 1, 5e6).up, false);
  equal(stateAt(run, 0, 5e6).factor, 3);
  const out = run.marks.find(m => m.kind === 'taken-out'),
    back = run.marks.find(m => m.kind === 'back-in');
  holds(out && back && !out.person && !back.person, 'the health check acted by itself');
  equal(
    [stateAt(run, 1, out.atMicros - 1).known, stateAt(run, 1, out.atMicros).known, stateAt(run, 1, back.atMicros).known],
    [true, false, true],
  );
});

story('two hundred thousand requests answer an instant without reading them all', () => {
  const run = runOf(
    fromJson(
      sampleTimeline({
        rate: 20000,
        seconds: 10,
        serviceMillis: 0.5,
        speeds: [4, 4, 4, 4, 4, 4],
        strategies: ['round-robin'],
      }),
    ),
  );
  holds(run.count > 190000, `${run.count} requests`);
  let reads = 0;
  const counting = list =>
    new Proxy(list, {
      get(of, key) {
        if (typeof key === 'string' && key >= '0' && key <= '9999999') reads++;
        const v = of[key];
        return typeof v === 'function' ? v.bind(of) : v;
      },
    });
  const [lane] = run.lanes;
  lane.completedAt = counting(lane.completedAt);
  lane.responses.byRank = counting(lane.responses.byRank);
  lane.responses.blocks.kinds = counting(lane.responses.blocks.kinds);
  lane.summaryAt(9.5e6);
  holds(reads > 0 && reads < 4000, `${reads} reads for one summary`);
});

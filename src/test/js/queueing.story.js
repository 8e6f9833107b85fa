import { alikeInTurn, everyNth, oneQueue, poissonAny, regular } from '../../main/resources/static/js/labs/load-balancing/queueing.js';
import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import { runOf } from '../../main/resources/static/js/labs/load-balancing/run.js';
import { overloadOf, theoryOf } from '../../main/resources/static/js/labs/load-balancing/theory.js';
import { sampleTimeline } from './sample-timeline.js';
import { equal, near, story } from './story.js';

const four = value => Number(value.toFixed(4));

story('closed forms give the figures that are published for them', () => {
  equal([0.5, 0.8, 0.9].map(load => four(poissonAny(load, 1))), [2, 5, 10], 'M/M/1');
  equal([0, 1, 4].map(c2 => four(poissonAny(0.8, c2) - 1)), [2, 4, 10], 'waiting by Pollaczek and Khinchine');
  equal([[2, 0.8], [4, 0.8], [4, 0.9], [20, 0.9]].map(([n, load]) => four(oneQueue(n, load))), [2.7778, 1.7455, 2.9694, 1.2754], 'M/M/n');
  equal([2, 4, 10].map(n => four(everyNth(n, 0.8))), [3.844, 3.2674, 2.9223], 'round robin of exponential requests');
  equal(four(everyNth(1, 0.8)), 5, 'of one target it is M/M/1');
  near(alikeInTurn(1, 0.8), 3, 'M/D/1', 1e-9);
  near(alikeInTurn(5, 0.8), 1.288, 'round robin of five, all requests alike', 1e-3);
  near(regular(0.8), everyNth(4000, 0.8), 'every 4,000th of Poisson arrivals is regular', 1e-3);
  equal([poissonAny(1, 1), oneQueue(4, 1), everyNth(4, 1.2), regular(1), alikeInTurn(5, 1)], new Array(5).fill(Infinity), 'without a long run');
});

/** A run of the lab with a scenario as an address has it. */
function run({ strategies = ['round-robin'], speeds = [1, 1, 1, 1, 1], at = [], rate = 8, ...scenario }) {
  const timeline = sampleTimeline({ seed: 5, rate, seconds: 20, serviceMillis: 300, speeds, strategies, at });
  return runOf(fromJson({ ...timeline, scenario: { rate: String(rate), serviceMean: '300ms', arrivals: 'poisson', service: 'exponential', ...scenario } }));
}

const said = (run, lane = 0) => {
  const { form, none, micros } = theoryOf(run, run.lanes[lane]);
  return none ?? [form, Math.round(micros / 1e3)];
};

story('theory speaks of a lane where a form applies to it, and says why where none does', () => {
  equal(said(run({})), ['nth', Math.round(300 * everyNth(5, 0.48))]);
  equal(said(run({ service: 'deterministic' })), ['cyclic', Math.round(300 * alikeInTurn(5, 0.48))]);
  equal(said(run({ service: 'erlang-2' })), 'in-turn');
  equal(said(run({ arrivals: 'regular', service: 'deterministic' })), ['no-wait', 300]);
  equal(said(run({ speeds: [1], rate: 2, service: 'erlang-2' })), ['single', Math.round(300 * poissonAny(0.6, 0.5))]);
  equal(said(run({ speeds: [2], rate: 2, service: 'erlang-2' })), ['single', Math.round(150 * poissonAny(0.3, 0.5))]);
  equal(said(run({ at: [{ atMicros: 5e6, kind: 'slow', target: 1, value: 2 }] })), 'changes');
});

story('a target that gets more than it can do is named with both, whoever else is idle', () => {
  const slow = run({ speeds: [1, 0.25, 1, 1, 1] });
  equal(said(slow), 'overload');
  const { target, receives, finishes } = overloadOf(slow, slow.lanes[0]);
  equal([target, Number(receives.toFixed(3)), Number(finishes.toFixed(3))], [1, 1.6, 0.833]);
  equal(overloadOf(run({}), run({}).lanes[0]), null);
});

import { mostChanged, situationOf } from '../../main/resources/static/js/labs/change.js';
import { equal, story } from './story.js';

const SITUATIONS = ['?rate=10&at=0s:slow:t2,20s:stop:t4&v=2', '?rate=10&v=2', '?at=0s:slow:t2&rate=20&v=2'];

story('a situation stays itself whatever is done in it beside, in any order, and the nearest one is named', () => {
  equal(situationOf(SITUATIONS, 'rate=10&v=2'), { index: 1, added: [] });
  equal(situationOf(SITUATIONS, 'v=2&rate=10&at=0s:slow:t2,10s:stop:t1,20s:stop:t4'), { index: 0, added: ['10s:stop:t1'] });
  equal(situationOf(SITUATIONS, 'rate=10&v=2&at=10s:stop:t1'), { index: 1, added: ['10s:stop:t1'] });
  equal(situationOf(SITUATIONS, 'rate=10&v=2&at=0s:slow:t2,20s:stop:t4,20s:stop:t4').added, ['20s:stop:t4'], 'twice is once more');
});

story('a run with another condition, or with less done to it, is no situation', () => {
  equal(situationOf(SITUATIONS, 'rate=11&v=2').index, -1);
  equal(situationOf(SITUATIONS, 'rate=20&v=2').index, -1);
});

const run = (...failed) => ({ durationMicros: 10, lanes: failed.map(([errors, p95], name) => ({ name, errors, p95 })) });
const FIGURES = [
  { key: 'failed', of: lane => lane.errors, say: String },
  { key: 'p95', of: lane => lane.p95, say: value => `${value} s` },
];

story('what an intervention changed most is said of one lane, in the first figure that it changed', () => {
  equal(mostChanged(run([15, 1], [21, 1]), run([32, 9], [22, 9]), FIGURES), {
    key: 'failed',
    lane: { name: 0, errors: 32, p95: 9 },
    before: '15',
    after: '32',
  });
  equal(mostChanged(run([3, 1], [3, 2]), run([3, 1.01], [3, 4]), FIGURES).after, '4 s', 'two in a hundred are no change');
});

story('nothing is said where nothing changed, where nothing was measured, and of runs with other lanes', () => {
  equal(mostChanged(run([3, 1]), run([3, 1]), FIGURES), null);
  equal(mostChanged(run([3, NaN]), run([3, 2]), FIGURES), null);
  equal(mostChanged(run([3, 1]), run([9, 1], [9, 1]), FIGURES), null);
  equal(mostChanged(null, run([3, 1]), FIGURES), null);
});

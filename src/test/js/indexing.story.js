import { alongTheRun, histories, marksOf, numbersOf, rowsByLane, stateAt, zonesOf } from '../../main/resources/static/js/labs/indexing.js';
import { equal, story } from './story.js';

const columns = { lane: [0, 0, 2], atMicros: [5, 9, 7], thing: [1, 1, 0], state: [0, 1, 1] };

story('what a run does not say is nothing, and zones go by their letters', () => {
  const number = numbersOf({ one: ['7'], none: [] });
  equal([number('one'), number('none'), number('other')], [7, 0, 0]);
  equal(zonesOf({ zones: ['az-a', 'az-c'] }), ['a', 'c']);
});

story('a line over a run begins with its first instant and ends with its last', () => {
  equal(alongTheRun({ durationMicros: 60 }, 3, t => t), [0, 20, 40, 60]);
});

story('marks say what happened to what, and who did it', () => {
  const marks = { name: 'marks', rows: 2, columns: { atMicros: [3, 4], kind: [1, 0], target: [2, -1], value: [1500, 0], person: [1, 0] } };
  equal(marksOf(marks, ['stop', 'slow'], 'target'), [
    { atMicros: 3, kind: 'slow', subject: 2, value: 1.5, person: true },
    { atMicros: 4, kind: 'stop', subject: -1, value: 0, person: false },
  ]);
});

story('a lane gets its own rows, none included', () => {
  equal(
    rowsByLane({ a: { columns } }, ['a'], 3).map(({ a: { from, to } }) => [from, to]),
    [[0, 2], [2, 2], [2, 3]],
  );
});

story('a state holds from its row to the next; before the first row the first one does, or what held before all rows', () => {
  const read = ({ state }, i) => 'xy'[state[i]],
    of = (...first) => histories({ columns, from: 0, to: 2 }, 2, 'thing', read, ...first);
  const at = history => [0, 4, 5, 8, 9, 99].map(t => stateAt(history, t)).join('');
  equal(at(of()[1]), 'xxxxyy');
  equal(at(of(['-'])[1]), '--xxyy');
  equal(at(of(['-'])[0]), '------', 'rows of other things, and of other lanes, are not its own');
  equal(at(histories({ columns: { ...columns, atMicros: [0, 9, 7] }, from: 0, to: 2 }, 2, 'thing', read, ['-'])[1]), 'xxxxyy');
});

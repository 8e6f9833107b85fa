import { ruler } from '../../main/resources/static/js/scene/columns.js';
import { Stage } from '../../main/resources/static/js/scene/stage.js';
import { recordingContext } from './recording-context.js';
import { equal, near, refuses, story } from './story.js';

const look = { palette: {} },
  run = { lanes: ['first', 'second', 'third'] },
  frame = () => ({ top: 10, laneH: 100 });

/** Parts that write down what they are asked. */
function listening(...names) {
  const asked = [],
    note = (name, what) => asked.push(`${name} ${what}`);
  const parts = names.map(name => ({
    name,
    lay: () => (note(name, 'lay'), { [`${name}X`]: 1 }),
    read: { [`${name}Fact`]: now => note(name, `read ${now.lane}`) },
    above: () => note(name, 'above'),
    draw: (_, now) => note(name, `draw ${now.lane} ${now.place} ${now.y}`),
    touch: ({ lane }, x) => (note(name, `touch ${lane}`), x === name.length ? { name, lane } : null),
  }));
  return { parts, asked, told: () => asked.splice(0) };
}

story('a stage paints its parts in their order, what stands above once and the rest in every lane', () => {
  const { parts, told } = listening('under', 'over'),
    { layout, draw } = new Stage(frame, parts),
    L = layout(run, { width: 600 }, look);
  equal([L.W, L.H, told()], [600, 310, ['under lay', 'over lay']]);
  draw(recordingContext().context, run, L, 5);
  const expected = ['under above', 'over above'];
  run.lanes.forEach((lane, i) =>
    expected.push(
      `under read ${lane}`,
      `over read ${lane}`,
      `under draw ${lane} ${i} ${10 + i * 100}`,
      `over draw ${lane} ${i} ${10 + i * 100}`,
    ),
  );
  equal(told(), expected);
});

story('what a mask leaves out is neither read nor painted nor touched, and lanes close up', () => {
  const { parts, told } = listening('box', 'count', 'name'),
    { layout, draw, touchAt } = new Stage(frame, parts),
    L = layout(run, { width: 600 }, look, { lanes: [0, 2], parts: ['box', 'name'] });
  equal([L.H, L.lanes, L.whole, L.shows('count'), told().length], [210, [0, 2], false, false, 3]);
  draw(recordingContext().context, run, L, 5);
  const asked = told();
  equal(asked.filter(text => text.includes('draw')), [
    'box draw first 0 10',
    'name draw first 0 10',
    'box draw third 1 110',
    'name draw third 1 110',
  ]);
  equal(asked.filter(text => /count|second/.test(text)), []);
  equal(touchAt(L, run, 5, 50, 0), null, 'of the one left out nobody knows');
  equal(told().filter(text => text.includes('count')), []);
  equal(touchAt(L, run, 3, 150, 0), { name: 'box', lane: 'third' }, 'the lane that is shown there');
});

story('of two parts that lie at a point, the one painted last is touched', () => {
  const { parts, told } = listening('one', 'two'),
    { layout, touchAt } = new Stage(frame, parts),
    L = layout(run, { width: 600 }, look);
  told();
  equal(touchAt(L, run, 3, 20, 0), { name: 'two', lane: 'first' });
  equal(told().filter(text => text.includes('touch')), ['two touch first'], 'and who lies under it is not asked');
  equal(touchAt(L, run, 9, 20, 0), null);
  equal(told().filter(text => text.includes('touch')), ['two touch first', 'one touch first']);
  equal([touchAt(L, run, 3, 5, 0), touchAt(L, run, 3, 310, 0)], [null, null], 'above and below the lanes is nobody');
});

story('what several parts need to know of a lane is read once', () => {
  let read = 0;
  const count = { both: () => ++read },
    parts = ['a', 'b'].map(name => ({ name, read: count, draw() {} })),
    { layout, draw } = new Stage(frame, parts);
  draw(recordingContext().context, run, layout(run, { width: 600 }, look), 5);
  equal(read, run.lanes.length);
});

story('a mask that names a part which the stage has not, and two parts that lay the same place, are mistakes', () => {
  const { parts } = listening('box'),
    stage = new Stage(frame, parts);
  refuses(() => stage.layout(run, { width: 600 }, look, { parts: ['boxes'] }), 'boxes');
  const twice = new Stage(frame, [...parts, { ...parts[0], name: 'other' }]);
  refuses(() => twice.layout(run, { width: 600 }, look), 'boxX');
});

story('columns keep their shares while all are shown; one that is left out leaves its room to those that grow', () => {
  const columns = [
      { to: 0.2, of: ['a'] },
      { to: 0.5, of: ['b', 'c'], grows: 0 },
      { to: 1, of: ['d'] },
    ],
    all = ruler(1000, columns, () => true);
  equal([0, 0.13, 0.2, 0.712, 1].map(all), [0, 130, 200, 712, 1000], 'to the last digit');
  const without = ruler(1000, columns, name => name !== 'd');
  equal([0.2, 0.5, 0.75, 1].map(share => Math.round(without(share))), [700, 1000, 1000, 1000], 'only the first grows');
  near(without(0.1), 350, 'places inside a column move with it');
  near(ruler(1000, columns, name => name === 'c')(0.5), 300, 'what does not grow stays as it is');
});

import { Chips } from '../../main/resources/static/js/labs/chips.js';
import { Conditions, toQuery } from '../../main/resources/static/js/labs/conditions.js';
import { clock, documentOf, element, FakeFormData, withPage } from './fake-dom.js';
import { equal, holds, near, story } from './story.js';

const one = (id, value, kind, more = {}) =>
  element(
    'div',
    { class: `field t-${kind}`, 'data-field': id },
    element('label', { for: `p-${id}` }, `the ${id}`),
    element('input', { type: 'text', id: `p-${id}`, name: id, value, ...more }),
    element('p', { class: 'problem', id: `e-${id}` }),
  );
const box = (value, on) =>
  element('label', {}, element('input', { type: 'checkbox', name: 'lanes', value, ...(on ? { checked: '' } : {}) }));

/** A form of four conditions, two of them with a slider, in a page whose time is told to go on. */
function conditioned(tell, spell) {
  const time = clock(),
    form = element(
      'form',
      { id: 'conditions' },
      element('p', { id: 'e-' }),
      element('details', {}, one('rate', '10', 'decimal'), one('count', '4', 'integer', { inputmode: 'numeric' })),
      element('details', {}, one('wait', '100ms', 'duration'), one('at', '', 'interventions')),
      element(
        'div',
        { class: 'field', 'data-field': 'lanes' },
        box('a', true),
        box('b', false),
        box('c', true),
        element('p', { class: 'problem' }),
      ),
      element('input', { type: 'hidden', name: 'v', value: '2' }),
    ),
    document = documentOf(form),
    asked = [];
  // What stands around the boxes is folded as well.
  form.children[3].parent = form.children[2];
  return withPage({ ...time.globals, document, FormData: FakeFormData }, async () => {
    const sliders = { rate: [1, 1000, ''], count: [1, 60, ''], wait: [1, 10000, 'ms'], 'not-here': [1, 2, ''] },
      conditions = new Conditions(form, () => asked.push(conditions.query()), sliders, spell),
      input = id => form.querySelector(`#p-${id}`);
    await tell({
      ...time,
      form,
      document,
      asked,
      conditions,
      input,
      slider: id => input(id).parent.children[2],
      say: id => form.querySelector(`#e-${id}`),
      type(id, text) {
        document.activeElement = input(id);
        input(id).value = text;
        input(id).happens('input');
      },
    });
  });
}

story('a run is asked for when the fingers rest, not for every key, and at once where nothing more can be typed', () =>
  conditioned(async ({ type, pass, asked, form, conditions }) => {
    type('rate', '1');
    await pass(400);
    type('rate', '12');
    await pass(400);
    equal(asked, []);
    await pass(100);
    equal(asked, ['rate=12&count=4&wait=100ms&lanes=a,c&v=2']);
    const [, b] = conditions.fields('lanes');
    b.checked = true;
    b.happens('input');
    await pass(0);
    equal(asked.at(-1), 'rate=12&count=4&wait=100ms&lanes=a,b,c&v=2');
    type('rate', ' 13 ');
    holds(form.happens('submit').prevented, 'Enter leads to no other page');
    await pass(1000);
    equal([asked.length, asked.at(-1)], [3, 'rate=13&count=4&wait=100ms&lanes=a,b,c&v=2'], 'once');
  }),
);

story('an address keeps commas and colons readable, leaves out what is empty, and quotes what would end a value', () => {
  equal(
    toQuery(Object.entries({ at: 'stop:t1@5s,stop:t2@6s', empty: '', none: [], text: 'a&b=c#d e' })),
    'at=stop:t1%405s,stop:t2%406s&text=a%26b%3Dc%23d%20e',
  );
  return conditioned(({ conditions }) => {
    conditions.setInterventions(['stop:t1', 'start:t1']);
    equal([conditions.query(), conditions.version()], ['rate=10&count=4&wait=100ms&at=stop:t1,start:t1&lanes=a,c&v=2', [['v', '2']]]);
  });
});

story('a run that comes fills the form, but not the field that somebody is in', () =>
  conditioned(
    async ({ conditions, input, document }) => {
      document.activeElement = input('rate');
      input('rate').value = '12.';
      conditions.fill({ rate: '12', count: 5, wait: '3600s', lanes: ['b', 'c'], at: '3600s', elsewhere: 1 });
      equal(
        ['rate', 'count', 'wait', 'at'].map(id => input(id).value),
        ['12.', '5', 'an hour', '3600s'],
        'only times are spelled',
      );
      conditions.fill({ at: null });
      equal(input('at').value, '');
      equal(
        conditions.fields('lanes').map(field => field.checked),
        [false, true, true],
      );
    },
    text => (text === '3600s' ? 'an hour' : text),
  ),
);

story('a run that was asked for before does not take back what was typed since, though the field has been left', () =>
  conditioned(async ({ conditions, type, input, document, pass, asked }) => {
    type('rate', '12');
    await pass(500);
    type('count', '7');
    document.activeElement = input('wait');
    conditions.fill({ rate: '12', count: '4', wait: '100ms', lanes: ['a', 'c'] });
    equal(input('count').value, '7');
    await pass(500);
    equal(asked.at(-1), 'rate=12&count=7&wait=100ms&lanes=a,c&v=2');
    conditions.fill({ count: '8' });
    equal(input('count').value, '8', 'and what comes next fills the form again');
  }),
);

story('a wrong value stays as it was typed, with its message beside it, in sight and told, until it is right', () =>
  conditioned(async ({ conditions, type, input, say, form, pass }) => {
    type('wait', 'soon');
    await pass(500);
    const left = conditions.showProblems([
      { parameter: 'wait', message: 'no time' },
      { parameter: 'wait', message: 'too short' },
      { parameter: 'other', message: 'unknown' },
    ]);
    equal([input('wait').value, say('wait').textContent, say('wait').hidden], ['soon', 'no time too short', false]);
    equal(
      [input('wait').getAttribute('aria-invalid'), input('rate').getAttribute('aria-invalid'), say('rate').hidden],
      ['true', null, true],
    );
    equal([input('wait').closest('details').open, Boolean(input('rate').closest('details').open)], [true, false]);
    holds(input('wait').closest('.field').classList.contains('wrong'), 'marked');
    equal([left, form.querySelector('#e-').hidden], [1, false], 'what belongs to no field is not passed over');
    conditions.fill({ wait: '2s' });
    equal(
      [input('wait').getAttribute('aria-invalid'), say('wait').hidden, say('wait').textContent, form.querySelector('#e-').hidden],
      [null, true, '', true],
    );
    holds(!input('wait').closest('.field').classList.contains('wrong'), 'right again');
  }),
);

story('a slider writes what its field understands, over its whole length, and asks sooner than keys do', () =>
  conditioned(async ({ slider, input, pass, asked, form }) => {
    const drag = (id, place) => {
      slider(id).value = place;
      slider(id).happens('input');
      return input(id).value;
    };
    equal(
      [0, 0.5, 1].map(place => drag('rate', place)),
      ['1', '32', '1000'],
    );
    equal(
      [0, 0.25, 0.5, 0.75, 1].map(place => drag('wait', place)),
      ['1ms', '10ms', '100ms', '1s', '10s'],
    );
    for (let place = 0; place <= 1; place += 0.01) holds(/^\d+$/.test(drag('count', place)), `a whole number, not ${input('count').value}`);
    await pass(200);
    equal([asked.length, slider('count').getAttribute('aria-label')], [1, 'the count']);
    holds(!form.elements.some(field => field.type === 'range' && field.name), 'a slider is no condition of its own');
  }),
);

story('a slider shows what its field says, in any unit, and stays where it is while that is no value', () =>
  conditioned(async ({ slider, type, pass, conditions, document }) => {
    const shown = id => [Number(slider(id).value), slider(id).getAttribute('aria-valuetext')];
    near(shown('rate')[0], 1 / 3);
    for (const text of ['1s', '1000ms', '1000000us', ' 1 s ']) {
      type('wait', '1ms');
      type('wait', text);
      near(shown('wait')[0], 0.75, text);
      equal(shown('wait')[1], text);
    }
    near(parseFloat(slider('wait').style['--f']), 75);
    for (const text of ['', 'soon', '-1s', '0ms']) {
      type('wait', text);
      near(shown('wait')[0], 0.75, text);
    }
    type('wait', '5h');
    equal(shown('wait')[0], 1, 'beyond its end');
    await pass(500);
    document.activeElement = slider('rate');
    slider('rate').value = 0.5;
    conditions.fill({ rate: '32' });
    equal(shown('rate'), [0.5, '32'], 'a slider that is held does not jump to the rounded value');
  }),
);

const RANGE = { low: 0.1, high: 10, most: 4, prefix: 't' };

/** A field of numbers with its chips, and how often it was changed. */
function chipped(value, tell) {
  const label = element('label', { for: 'p-targets' }, 'Targets'),
    field = element('input', { type: 'text', id: 'p-targets', name: 'targets', value });
  element('div', {}, label, field);
  const changes = [];
  return withPage({ document: documentOf() }, () => {
    const chips = new Chips(field, label, RANGE, key => key, () => changes.push(field.value)),
      handles = () => chips.list.querySelectorAll('input'),
      move = (at, place, type) => {
        handles()[at].value = place;
        handles()[at].happens(type, { stopPropagation() {} });
      };
    return tell({ chips, field, changes, handles, move, said: () => [...chips.list.querySelectorAll('b')].map(number => number.textContent) });
  });
}

story('a list of speeds is chips with a handle each, and only a handle that was let go is another run', () =>
  chipped('1,0.5,2', ({ field, changes, handles, move, said, chips }) => {
    equal([said(), field.hidden, chips.root.hidden], [['1×', '0.5×', '2×'], true, false]);
    equal(handles().map(handle => handle.getAttribute('aria-label')).length, 3);
    const place = Number(handles()[1].value);
    move(1, place + 1, 'input');
    move(1, place + 2, 'input');
    equal([said()[1], changes, field.value], ['0.7×', [], '1,0.5,2'], 'on its way');
    chips.field.value = '1,0.5,2';
    chips.show();
    equal(said()[1], '0.7×', 'a run that comes meanwhile takes nothing out of the hand');
    move(1, place + 2, 'change');
    equal([changes, handles()[1].getAttribute('aria-valuetext')], [['1,0.7,2'], '0.7']);
  }),
);

story('chips are added and taken away within what is allowed, the last one first, and what they hold is kept as it is written', () =>
  chipped('1, 0.333', ({ field, changes, chips, said }) => {
    equal([said(), changes], [['1×', '0.333×'], []]);
    chips.more.happens('click');
    chips.more.happens('click');
    chips.more.happens('click');
    equal([field.value, changes.length, chips.more.getAttribute('aria-disabled')], ['1,0.333,0.333,0.333', 2, 'true'], 'four are the most');
    for (let i = 0; i < 5; i++) chips.fewer.happens('click');
    equal([field.value, chips.fewer.getAttribute('aria-disabled'), chips.more.getAttribute('aria-disabled')], ['1', 'true', 'false']);
  }),
);

story('what is no list of such numbers stays in its field, in sight, as it was typed', () => {
  for (const text of ['1,x', '', '1,,1', '0.01', '11', '1,1,1,1,1', '1e3', '-1'])
    chipped(text, ({ field, chips }) => equal([field.hidden, chips.root.hidden, field.value], [false, true, text], text));
  chipped('1,x', ({ field, chips }) => {
    field.value = '1,2';
    chips.show();
    equal([field.hidden, chips.root.hidden], [true, false], 'and is chips as soon as it is one');
  });
});

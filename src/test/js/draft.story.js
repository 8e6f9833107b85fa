import * as draft from '../../main/resources/static/js/journal/draft.js';
import { storage, withPage } from './fake-dom.js';
import { equal, story } from './story.js';

const formOf = (dataset, date = '') => ({ dataset, elements: { date: { value: date } } });
const fields = pairs => new URLSearchParams(pairs);
const texts = kept => kept && [...kept.fields];

story('what was typed is kept word for word, but for the token of the page, and forgotten when it is told so', () => {
  withPage({ localStorage: storage() }, () => {
    const key = draft.keyOf(formOf({ date: '2025-03-06' }));
    draft.keep(key, fields([['_csrf', 'secret'], ['scrum', ' a & b\n둘째 줄 '], ['topics[0].title', '=+%'], ['empty', '']]));
    equal(texts(draft.read(key)), [['scrum', ' a & b\n둘째 줄 '], ['topics[0].title', '=+%'], ['empty', '']]);
    draft.forget(key);
    equal(draft.read(key), null);
  });
});

story('drafts of two days, of a form and of its text, and of a new day do not write over each other', () => {
  const keys = [
    draft.keyOf(formOf({ date: '2025-03-06' })),
    draft.keyOf(formOf({ date: '2025-03-07' })),
    draft.keyOf(formOf({ date: '2025-03-06', draft: 'text.' })),
    draft.keyOf(formOf({}, '2025-03-08')),
    draft.keyOf(formOf({})),
  ];
  equal(new Set(keys).size, keys.length);
  withPage({ localStorage: storage() }, () => {
    keys.forEach((key, i) => draft.keep(key, fields([['scrum', String(i)]])));
    equal(keys.map(key => texts(draft.read(key))[0][1]), ['0', '1', '2', '3', '4']);
    equal(draft.days(), ['2025-03-06', '2025-03-07', '2025-03-08'], 'a day without a date is none of them');
    equal(draft.days('text.'), ['2025-03-06']);
  });
});

story('a browser that keeps nothing, or something broken, is no reason to lose the page', () => {
  withPage({ localStorage: storage(true) }, () => {
    draft.keep('tilab.draft.2025-03-06', fields([['scrum', 'a']]));
    equal([draft.read('tilab.draft.2025-03-06'), draft.days()], [null, []]);
  });
  const broken = storage();
  broken.setItem('tilab.draft.2025-03-06', '{"at":');
  withPage({ localStorage: broken }, () => equal(draft.read('tilab.draft.2025-03-06'), null));
  withPage({ localStorage: undefined }, () => {
    draft.keep('a', fields([]));
    draft.forget('a');
    equal([draft.read('a'), draft.days()], [null, []]);
  });
});

story('the draft that was sent is forgotten by the page that says it was saved, and by no other', () => {
  withPage({ localStorage: storage(), sessionStorage: storage() }, () => {
    const key = 'tilab.draft.2025-03-06',
      other = 'tilab.draft.2025-03-07';
    for (const each of [key, other]) draft.keep(each, fields([['scrum', each]]));
    draft.sent(key);
    draft.arrived(false);
    draft.arrived(true);
    equal(texts(draft.read(key)), [['scrum', key]], 'the form came back with its problems: the draft stays');
    draft.sent(key);
    draft.arrived(true);
    equal([draft.read(key), texts(draft.read(other))[0][1]], [null, other]);
  });
});

story('two forms say the same whatever their tokens, origins, line ends and numbers of rows; and differ by one letter', () => {
  const form = (scrum, row = 0, token = 'x') => fields([['_csrf', token], ['version', '3'], [`topics[${row}].title`, 't'], [`topics[${row}].origin`, token], ['scrum', scrum]]);
  equal(draft.meaning(form('a\r\nb ')), draft.meaning(form('a\nb', 4, 'y')));
  equal(draft.meaning(form('a')) === draft.meaning(form('A')), false);
  equal(draft.meaning(fields([['scrum', 'a'], ['retrospective', '']])), draft.meaning(fields([['scrum', 'a']])));
});

import * as draft from '../../main/resources/static/js/journal/draft.js';
import { clock, documentOf, element, FakeFormData, settled, storage, withPage } from './fake-dom.js';
import { equal, holds, story } from './story.js';

// The page's sentences are read when the module is: here every sentence is its own key.
const { Saver } = await withPage({ document: documentOf() }, () => import('../../main/resources/static/js/journal/saver.js'));

const DAY = '2025-03-06';
const NEXT = '2025-03-07';
const field = (name, value, more = {}) => element('input', { name, value, ...more });
const row = (i, origin) => element('li', {}, field(`topics[${i}].title`, `title ${i}`), field(`topics[${i}].origin`, origin));

/** A form of a day in a page whose time and whose journal are told what to do. */
function written({ stored = DAY, rows = [], kept = storage() }, tell) {
  const time = clock(),
    scrum = field('scrum', ''),
    form = element(
      'form',
      { id: 'entry', action: stored ? `/journal/${stored}` : '/journal', ...(stored ? { 'data-date': stored } : {}) },
      element('div', { class: 'bar' }, field('date', DAY, { id: 'date' }), element('a', { class: 'btn', href: '/journal' })),
      element('span', { class: 'saved' }, element('span', { id: 'words' })),
      field('_csrf', 'old'),
      field('version', '1'),
      scrum,
      element('ol', {}, ...rows),
    ),
    again = [],
    requests = [],
    moved = [],
    document = documentOf(form, element('span', { id: 'said' }), element('button', { formaction: '/journal#topics' })),
    browser = element('window'),
    navigator = { onLine: true },
    fetch = (address, { method, body }) =>
      new Promise((resolve, reject) => {
        if (method !== 'POST') return resolve({ ok: true, text: async () => 'the page anew' });
        const say = (status, json) => (resolve({ status, ok: status < 300, json: async () => json }), settled()),
          fields = new URLSearchParams(body);
        requests.push({
          address,
          fields: Object.fromEntries(fields),
          saved: (version, more = {}) => say(200, { date: fields.get('date'), version, topics: [], ...more }),
          refused: (reason, more = {}) => say(409, { reason, ...more }),
          broken: status => (resolve({ status, ok: false, json: () => Promise.reject(new Error('a page, not JSON')) }), settled()),
          lost: () => (reject(new TypeError('Failed to fetch')), settled()),
        });
      });
  form.requestSubmit = submitter => again.push(submitter);
  const globals = {
    ...time.globals,
    document,
    navigator,
    fetch,
    FormData: FakeFormData,
    localStorage: kept,
    sessionStorage: storage(),
    location: { pathname: `/journal/${DAY}/edit`, search: '' },
    DOMParser: class {
      parseFromString(text) {
        return { querySelector: () => (text === 'the page anew' ? { value: 'new' } : null) };
      }
    },
    history: { replaceState: (_, __, address) => moved.push(address) },
    addEventListener: (...listening) => browser.addEventListener(...listening),
  };
  return withPage(globals, async () => {
    const saver = new Saver(form, () => ({ topics: form.querySelectorAll('li') }));
    await tell({
      ...time,
      saver,
      form,
      document,
      browser,
      navigator,
      requests,
      again,
      moved,
      type(text, into = scrum) {
        into.value = text;
        saver.touch();
      },
      state: () => form.querySelector('.saved').dataset.state,
      words: () => document.getElementById('words').textContent,
      kept: (key = draft.keyOf(form)) => draft.read(key)?.fields.get('scrum') ?? null,
    });
  });
}

story('a day is saved once, two seconds after the last key, and called saved only when the journal says so', () =>
  written({}, async ({ type, pass, requests, state, words, kept, form, document }) => {
    type('a');
    await pass(1900);
    type('ab');
    await pass(1900);
    equal([requests.length, state(), kept(), document.getElementById('said').textContent], [0, 'unsaved', 'ab', '']);
    await pass(200);
    equal([requests.length, requests[0].fields.scrum, requests[0].fields.version, state()], [1, 'ab', '1', 'saving']);
    await requests[0].saved(2);
    equal([state(), words(), kept(), form.elements.version.value], ['saved', 'saved.now', null, '2']);
    await pass(700_000);
    equal([requests.length, document.getElementById('said').textContent], [1, 'saved.now'], 'and nobody hears the seconds');
  }),
);

story('what is typed while a save is on its way is not called saved, and goes with the version that came back', () =>
  written({}, async ({ type, pass, requests, state, saver, kept }) => {
    type('a');
    await pass(2000);
    type('ab');
    await requests[0].saved(2);
    equal([saver.dirty, state(), kept()], [true, 'unsaved', 'ab']);
    await pass(2000);
    equal([requests.length, requests[1].fields.scrum, requests[1].fields.version], [2, 'ab', '2']);
    await requests[1].saved(3);
    equal([saver.dirty, state(), kept()], [false, 'saved', null]);
  }),
);

story('however many ask for a save while one is on its way, one follows it: two at once are a conflict with oneself', () =>
  written({}, async ({ type, pass, requests, saver, state, document, browser }) => {
    type('a');
    await pass(2000);
    type('ab');
    saver.save();
    document.hidden = true;
    document.happens('visibilitychange');
    browser.happens('online');
    await requests[0].saved(2);
    equal(requests.length, 2, 'requests');
    await requests[1].saved(3);
    equal([requests.length, state()], [2, 'saved']);
  }),
);

story('a lost connection, or an answer that is none, loses nothing: it says so and asks again after five seconds', async () => {
  for (const [fail, says] of [
    [request => request.lost(), 'failed'],
    [request => request.broken(502), 'failed'],
    [request => request.broken(404), 'refused'],
    [request => request.refused('notstored', { message: 'the disk is full' }), 'the disk is full'],
  ])
    await written({}, async ({ type, pass, requests, state, words, kept, saver }) => {
      type('a');
      await pass(2000);
      await fail(requests[0]);
      equal([state(), words(), kept(), saver.dirty], ['trouble', says, 'a', true], says);
      await pass(4900);
      equal(requests.length, 1, 'not at once');
      await pass(200);
      await requests[1].saved(2);
      equal([requests[1].fields.scrum, state(), kept()], ['a', 'saved', null], says);
    });
});

story('without a connection nothing is sent, the browser keeps the text, and what was typed goes when it is back', () =>
  written({}, async ({ type, pass, requests, state, words, kept, navigator, browser, form }) => {
    navigator.onLine = false;
    type('a');
    await pass(2000);
    equal([requests.length, state(), words(), kept()], [0, 'trouble', 'offline', 'a']);
    holds(form.happens('submit').prevented, 'the page stays where the text is');
    holds(browser.happens('beforeunload').prevented, 'and is not left without a word');
    navigator.onLine = true;
    browser.happens('online');
    equal([requests.length, requests[0].fields.scrum], [1, 'a']);
  }),
);

story('a day that was saved elsewhere is not written over: no further save, what is typed stays in the browser, one button compares', () =>
  written({}, async ({ type, pass, requests, state, words, kept, saver, form }) => {
    type('a');
    await pass(2000);
    saver.touch();
    saver.save();
    await requests[0].refused('stale');
    type('ab');
    await pass(20_000);
    saver.save();
    await settled();
    equal([requests.length, state(), kept()], [1, 'trouble', 'ab']);
    equal(words(), 'stalestale.compare', 'the words and the button stay');
    equal([form.querySelector('button').name, form.querySelector('button').value], ['action', 'save']);
    holds(!form.happens('submit').prevented, 'it leads to the comparison');
  }),
);

story('a page that is left with text unsaved keeps it and warns; one that sends its form does not; one come back to does again', () =>
  written({}, async ({ type, pass, requests, browser, form, kept }) => {
    holds(!browser.happens('beforeunload').prevented, 'nothing was typed');
    type('a');
    holds(browser.happens('beforeunload').prevented, 'typed');
    browser.happens('pagehide');
    equal(kept(), 'a', 'before the keys have rested');
    type('ab');
    holds(!form.happens('submit').prevented && !browser.happens('beforeunload').prevented, 'sent');
    equal(kept(), 'ab', 'until the next page says that it is saved');
    await pass(60_000);
    equal(requests.length, 0, 'a save would overtake the form');
    browser.happens('pageshow');
    holds(browser.happens('beforeunload').prevented, 'come back to');
  }),
);

story('a form that is sent while a save is on its way waits for its version, and is sent by the same button then', () =>
  written({}, async ({ type, pass, requests, form, again }) => {
    type('a');
    await pass(2000);
    holds(form.happens('submit', { submitter: 'done' }).prevented, 'waits');
    equal(again, []);
    await requests[0].saved(2);
    equal([again, form.elements.version.value], [['done'], '2']);
    holds(!form.happens('submit').prevented, 'goes');
    await pass(60_000);
    equal(requests.length, 1, 'no save runs after it');
  }),
);

story('a new day becomes a stored one with its first save: address, buttons, and what is sent next', () =>
  written({ stored: null }, async ({ type, pass, requests, form, document, moved }) => {
    type('a');
    await pass(2000);
    equal([requests[0].address, requests[0].fields.date], ['/journal', DAY]);
    await requests[0].saved(1);
    equal([moved, form.querySelector('.bar a.btn').href], [[`/journal/${DAY}/edit`], `/journal/${DAY}`]);
    equal(document.querySelector('[formaction]').getAttribute('formaction'), `/journal/${DAY}#topics`);
    type('ab');
    await pass(2000);
    equal([requests[1].address, requests[1].fields.date], [`/journal/${DAY}`, DAY]);
  }),
);

story('rows are told where they are stored as they stood when they were sent, though one has gone and one has come meanwhile', () => {
  const [a, b, c] = [row(0, ''), row(1, ''), row(2, '')];
  return written({ rows: [a, b] }, async ({ type, pass, requests, form, saver }) => {
    type('x');
    await pass(2000);
    a.remove();
    form.querySelector('ol').append(c);
    saver.touch();
    await requests[0].saved(2, { topics: ['t1', 't2'] });
    equal(
      [b, c].map(each => each.querySelector('[name$=".origin"]').value),
      ['t2', ''],
    );
  });
});

story('a stored day does not move while its date is typed: its text is saved where it is, and the words tell', () =>
  written({}, async ({ type, pass, requests, form, state, words, saver, kept }) => {
    type(NEXT, form.elements.date);
    type('a');
    await pass(2000);
    equal([requests[0].address, requests[0].fields.date, requests[0].fields.scrum], [`/journal/${DAY}`, DAY, 'a']);
    await requests[0].saved(2);
    equal([state(), words(), saver.dirty, kept()], ['unsaved', 'date-later', true, 'a']);
  }),
);

story('a new day whose date is typed has one draft, that of its date; also when the date changes on the way of its first save', () =>
  written({ stored: null }, async ({ type, pass, requests, form }) => {
    type('a');
    await pass(400);
    type(NEXT, form.elements.date);
    await pass(400);
    equal(draft.days(), [NEXT]);
    await pass(2000);
    type('2025-03-08', form.elements.date);
    await pass(400);
    await requests[0].saved(1);
    equal([draft.days(), form.dataset.date], [[NEXT], NEXT], 'the day is stored under the date that was sent');
  }),
);

story('a day that was saved is no draft, though the save was quicker than the keeping', () =>
  written({}, async ({ type, pass, requests, saver, state, kept }) => {
    type('a');
    await pass(100);
    saver.save();
    await requests[0].saved(2);
    await pass(1000);
    equal([state(), kept()], ['saved', null]);
  }),
);

story('a page that is put aside saves at once', () =>
  written({}, async ({ type, document, requests }) => {
    document.hidden = true;
    document.happens('visibilitychange');
    equal(requests.length, 0, 'nothing to save');
    type('a');
    document.happens('visibilitychange');
    equal(
      requests.map(request => request.fields.scrum),
      ['a'],
    );
  }),
);

story('a token that is not the browser’s any more is renewed, and the text is sent again with it', () =>
  written({}, async ({ type, pass, requests, state, form }) => {
    type('a');
    await pass(2000);
    await requests[0].broken(403);
    equal([requests.length, requests[1].fields._csrf, requests[1].fields.scrum, form.elements._csrf.value], [2, 'new', 'a', 'new']);
    await requests[1].saved(2);
    equal(state(), 'saved');
  }),
);

story('a browser that keeps nothing still saves', () =>
  written({ kept: storage(true) }, async ({ type, pass, requests, state }) => {
    type('a');
    await pass(2000);
    await requests[0].saved(2);
    equal(state(), 'saved');
  }),
);

import { guesses, remember } from '../../main/resources/static/js/labs/guesses.js';
import { Claims } from '../../main/resources/static/js/labs/claims.js';
import { documentOf, element, withPage } from './fake-dom.js';
import { equal, story } from './story.js';

/** What a browser keeps; with `full` nothing more. */
function storage(kept = {}, full = false) {
  return {
    getItem: key => kept[key] ?? null,
    setItem(key, value) {
      if (full) throw new Error('QuotaExceededError');
      kept[key] = value;
    },
  };
}

story('a guess is remembered with its verdict, and the first verdict stands', () =>
  withPage({ localStorage: storage() }, () => {
    equal(guesses(), {});
    remember('failover/one-zone', 'open');
    remember('failover/proxy', 'open');
    remember('failover/one-zone', 'wrong');
    remember('failover/one-zone', 'right');
    remember('failover/one-zone', 'open');
    equal(guesses(), { 'failover/one-zone': 'wrong', 'failover/proxy': 'open' });
  }),
);

story('a browser that keeps nothing, or something else there, breaks no page', () => {
  for (const kept of ['nonsense', '[1]', 'null', '7']) withPage({ localStorage: storage({ 'tilab.guesses': kept }) }, () => equal(guesses(), {}));
  withPage({ localStorage: storage({}, true) }, () => remember('failover/one-zone', 'right'));
  withPage({}, () => {
    remember('failover/one-zone', 'right');
    equal(guesses(), {});
  });
});

story('a question tells what was guessed at once and what came of it when the run has shown it, but not of a run that its reader changed', () => {
  const told = [],
    option = value => element('label', {}, Object.assign(element('input', { type: 'radio', value }), { value })),
    claim = element('div', { 'data-claim': 'quickest', 'data-answer': 'b', 'data-shown': 'why' }, option('a'), option('b'), element('p', { class: 'live' }), element('p', { class: 'say' })),
    section = element('section', {}, claim);
  withPage({ document: documentOf(section) }, () => {
    const claims = new Claims(section, key => key, {}, () => {}, (...news) => told.push(news)),
      run = { lanes: [] },
      at = t => claims.show(run, t, () => 10);
    at(1);
    equal(told, [], 'nothing was guessed');
    claims.claims[0].guess = 'a';
    at(2);
    at(10);
    equal(told, [
      ['quickest', 'open'],
      ['quickest', 'wrong'],
    ]);
    told.length = 0;
    claims.apply(true, false);
    at(20);
    equal(told, []);
  });
});

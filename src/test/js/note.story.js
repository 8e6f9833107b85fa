import { noteText, noteTitle } from '../../main/resources/static/js/labs/note.js';
import { differing, shortened } from '../../main/resources/static/js/labs/short-query.js';
import { equal, story } from './story.js';

const WORDS = {
    'note.main': 'p95,failed',
    'note.found.p95': 'least {0} {1}, most {2} {3}.',
    'note.found.p95.one': '{0} {1}.',
    'note.found.failed': 'fewest {0} {1}, most {2} {3}.',
    'note.found.failed.same': 'all {0}.',
    'note.found.failed.one': 'alone {0} {1}.',
    'note.other': '{0}: {1}.',
    'note.guess': 'guess {0} → {1}. {2}',
    'note.again': 'again',
    'note.column.failed': 'failed (requests)',
    'note.column.p95': 'p95 (ms)',
    'claim.right': 'Right.',
    'claim.wrong': 'Wrong.',
  },
  words = (key, ...values) => WORDS[key].replace(/\{(\d)\}/g, (_, i) => values[i]);

const cell = (textContent, more = {}) => ({
    textContent,
    dataset: {},
    hidden: false,
    ...more,
    cloneNode: () => ({ textContent, querySelectorAll: () => [] }),
  }),
  row = (cells, ...classes) => ({ cells, classList: { contains: name => classes.includes(name) } });

/** A result table with a column that is kept and not shown, and one that no note has room for. */
function table(lanes, { withheld = false } = {}) {
  const column = (name, hidden = false) => cell(name, { dataset: { column: name }, hidden });
  return {
    dataset: { note: 'failed,p95' },
    getClientRects: () => (withheld ? [] : [{}]),
    tHead: { rows: [row([cell('strategy'), column('requests'), column('failed-at', true), column('failed'), column('p95')])] },
    tBodies: [{ rows: lanes.map(([name, failed, p95, ...classes]) => row([name, '9', failed, p95].map(text => cell(text)), ...classes)) }],
  };
}

story('a note says in a sentence what was found, then the guess, the few columns with their units, and the way back', () => {
  const two = table([
    ['A', '0', '1,904'],
    ['B|b', '12', '312.5'],
    ['bound', '0', '1', 'bound'],
  ]);
  equal(noteText('/labs/x?seed=1#t=3', two, [{ question: 'Which?', guess: 'A', right: false }], words).split('\n'), [
    'least B|b 312.5, most A 1,904.',
    '',
    'guess Which? → A. Wrong.',
    '',
    '| strategy | failed (requests) | p95 (ms) |',
    '| --- | ---: | ---: |',
    '| A | 0 | 1,904 |',
    '| B\\|b | 12 | 312.5 |',
    '| bound | 0 | 1 |',
    '',
    '[again](/labs/x?seed=1#t=3)',
  ]);
});

story('lanes that are equal are not ranked, one alone is not compared, and one that has no number is told by what it says', () => {
  const found = lanes => noteText('/l', table(lanes), [], words).split('\n')[0];
  equal(found([['A', '0', '5'], ['B', '0', '5.0']]), 'all 0.');
  equal(found([['A', '7', '500'], ['B', '9', '501']]), 'fewest A 7, most B 9.', 'what differs by next to nothing is not what was found');
  equal(found([['A', '0', '5']]), 'alone A 0.');
  equal(found([['A', '0', '5'], ['B', '1', '5'], ['C', '1', '9']]), 'least A, B 5, most C 9.');
  equal(found([['A', '0', '5'], ['B', '1', 'never'], ['C', '0', '–']]), 'A 5. p95 (ms): B never.');
  equal(found([['A', '1', 'never'], ['B', '1', 'never']]), 'all 1.');
});

story('a note gives away neither figures nor verdicts that its reader has not seen', () => {
  const guesses = [{ question: 'Which?', guess: 'A', right: true }];
  equal(noteText('/l', table([['A', '0', '5']], { withheld: true }), guesses, words), 'guess Which? → A.\n\n[again](/l)');
  equal(noteText('/l', null, [], words), '[again](/l)');
});

story('a title says the situation and what was done to it; a run that is no situation is told by what sets it apart, never by the lab alone', () => {
  const seed = 'seed 7';
  equal(noteTitle('Lab', 'Lunch', [], [], seed), 'Lunch');
  equal(noteTitle('Lab', 'Lunch', [], ['t2 stopped (5 s)'], seed), 'Lunch + t2 stopped (5 s)');
  equal(noteTitle('Lab', null, ['rate 9'], ['t2 stopped'], seed), 'Lab: rate 9 + t2 stopped');
  equal(noteTitle('Lab', null, [], ['t2 stopped'], seed), 'Lab: t2 stopped');
  equal(noteTitle('Lab', null, [], [], seed), 'Lab: seed 7');
  equal(noteTitle('Lab', null, ['a', 'b', 'c', 'd'], [], seed), 'Lab: a, b, c …');
  equal(noteTitle('Lab', null, ['x'.repeat(999)], [], seed).length, 201);
});

story('a short address names what differs, and always a seed', () => {
  const usual = 'rate=10&min=1&max=8&desired=4&mode=a,b&seed=11';
  equal(differing('rate=10&min=1&max=8&desired=4&mode=a&seed=11&at=1s:stop:t-1', usual), ['mode', 'at']);
  equal(shortened(usual, usual), 'seed=11');
  equal(shortened('rate=12&min=1&max=8&desired=4&mode=b,a&seed=2&v=2', usual), 'rate=12&mode=b,a&seed=2&v=2');
});

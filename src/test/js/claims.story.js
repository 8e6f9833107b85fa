import { Claims } from '../../main/resources/static/js/labs/claims.js';
import { element, page, withPage } from './fake-dom.js';
import { equal, holds, story } from './story.js';

const words = key => `<${key}>`;
const OPTIONS = ['a', 'b', 'c'];

/** A page with one question about three lanes, whose answer shows at 10. */
function asked(tell, answer = 'b') {
  withPage({ document: page }, () => {
    const inputs = OPTIONS.map(value => element('input', { value })),
      say = element('p', { class: 'say' }),
      live = element('p', { class: 'live' }),
      labels = inputs.map(input => element('label', {}, input)),
      claim = element('div', { 'data-claim': 'quickest', 'data-answer': answer, 'data-shown': 'because.' }, ...labels, live, say),
      section = element('section', {}, claim),
      opened = [],
      claims = new Claims(section, words, { quickest: (lane, t) => (lane.plays ? `${lane.name} ${t}` : null) }, () => opened.push(1)),
      run = { lanes: [{ name: 'A', plays: true }, { name: 'B', plays: false }, { name: 'C', plays: true }] };
    tell({ claims, section, say, live, labels, opened, show: t => claims.show(run, t, () => 10), guess: i => inputs[i].happens('change') });
  });
}

story('a question keeps back what answers it until somebody has guessed, however long the run is', () => {
  asked(({ claims, say, live, labels, show, opened }) => {
    for (const t of [0, 9, 50]) {
      show(t);
      holds(claims.withheld, `at ${t}`);
      equal([say.textContent, live.textContent], ['<claim.choose>', ''], `at ${t}`);
      holds(!labels.some(label => label.classList.contains('on')), 'no option is marked');
    }
    equal(opened.length, 0);
  });
});

story('after a guess the run counts live beside it, and says right or wrong once it has shown it', () => {
  asked(({ claims, say, live, labels, show, guess, opened }) => {
    show(5);
    guess(1);
    equal(opened.length, 1);
    holds(!claims.withheld, 'the future is open');
    show(5);
    equal([say.textContent, live.textContent], ['<claim.running>', 'A A 5C C 5'], 'lanes without a part in it say nothing');
    show(10);
    equal(say.textContent, '<claim.right> because.');
    equal(labels.map(label => [...label.classes].join()), ['gone', 'on', 'gone']);
    show(5);
    equal(say.textContent, '<claim.running>', 'rewinding takes the answer back');
    guess(2);
    show(12);
    equal(say.textContent, '<claim.wrong> because.');
  });
});

story('a question belongs to its situation: another run hides it, and shows its future', () => {
  asked(({ claims, section, show, say }) => {
    claims.apply(false);
    equal([section.hidden, claims.withheld], [true, false]);
    show(3);
    equal(say.textContent, '', 'nothing is asked about another run');
    claims.apply(true);
    equal([section.hidden, claims.withheld], [false, true], 'and it comes back with the run');
  });
});

story('a page without a question shows everything', () => {
  const claims = new Claims(null, words, {}, () => {});
  claims.apply(true);
  equal([claims.withheld, claims.applies], [false, false]);
});

story('beside the guess run the counts of the lanes that are on the stage, and of no other', () => {
  asked(({ claims, live, guess }) => {
    const run = { lanes: ['A', 'B', 'C'].map(name => ({ name, plays: true })) },
      counted = lanes => (claims.show(run, 5, () => 10, lanes), live.children.map(count => count.textContent.trim().slice(-3)));
    guess(0);
    equal(counted([0, 2]), ['A 5', 'C 5']);
    equal(counted(undefined), ['A 5', 'B 5', 'C 5']);
  });
});

// The list of labs: what has been guessed in this browser. Without guesses it says nothing.
import { guesses } from './guesses.js';

const all = guesses();

for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-questions]'))) {
  const questions = part.dataset.questions.split(' ').filter(Boolean),
    count = verdict => questions.filter(question => verdict(all[question])).length,
    guessed = count(Boolean),
    right = count(verdict => verdict === 'right'),
    open = count(verdict => verdict === 'open');
  if (!guessed) continue;
  const { some, ...alone } = part.dataset;
  part.textContent =
    questions.length === 1 && alone.right
      ? alone[open ? 'open' : right ? 'right' : 'wrong']
      : some.replace('{0}', String(questions.length)).replace('{1}', String(guessed)).replace('{2}', String(right));
  part.hidden = false;
}

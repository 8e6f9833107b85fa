// Claims: a question, the reader's guess first, then the run's own count beside it, and when the run has shown it, one
// sentence of why. Until the guess, the page keeps back what would answer it.
import { h } from './html.js';
import { laneTag } from './lane-tag.js';

export class Claims {
  /**
   * @param {HTMLElement|null} section holds one [data-claim] for every claim of this situation; null = there is none
   * @param {Object<string, (lane: object, t: number) => string|null>} measures claim → what a lane shows of it at an
   *   instant; null where the lane has no part in it
   * @param {() => void} opened called after a guess
   * @param {(claim: string, verdict: import('./guesses.js').Verdict) => void} [told] what was guessed, and what came of it
   */
  constructor(section, words, measures, opened, told = () => {}) {
    this.words = words;
    this.measures = measures;
    this.told = told;
    this.claims = [...(section?.querySelectorAll('[data-claim]') ?? [])].map(element => ({
      id: element.dataset.claim,
      answer: element.dataset.answer,
      element,
      guess: null,
      live: element.querySelector('.live'),
      say: element.querySelector('.say'),
      options: [...element.querySelectorAll('label')],
    }));
    section?.addEventListener('change', e => {
      const input = /** @type {HTMLInputElement} */ (e.target),
        claim = this.claims.find(c => c.element.contains(input));
      claim.guess = input.value;
      this.shown = '';
      opened();
    });
    this.section = section;
    this.applies = this.claims.length > 0;
    this.untouched = true;
    if (section) section.hidden = !this.applies;
  }

  /**
   * Questions belong to their situation: another run answers other questions.
   * @param {boolean} [untouched] whether it is the run that the answers were read from; else its reader compares for himself
   */
  apply(applies, untouched = true) {
    this.applies = applies && this.claims.length > 0;
    this.untouched = untouched;
    this.shown = '';
    if (this.section) this.section.hidden = !this.applies;
  }

  /** Nothing has been guessed yet, so the future is not to be seen. */
  get withheld() {
    return this.applies && this.claims.every(claim => claim.guess === null);
  }

  /** The questions of this situation with the guesses that they offer. @returns {{id: string, options: string[]}[]} */
  get questions() {
    if (!this.applies) return [];
    return this.claims.map(({ id, options }) => ({ id, options: options.map(label => label.querySelector('input').value) }));
  }

  /** What its reader has guessed, in words; right is null where this run does not tell. @returns {{question: string, guess: string, right: ?boolean}[]} */
  get guessed() {
    if (!this.applies) return [];
    return this.claims
      .filter(claim => claim.guess !== null)
      .map(({ element, options, guess, answer }) => ({
        question: element.querySelector('.q')?.textContent ?? '',
        guess: options.find(label => label.querySelector('input').value === guess)?.querySelector('.txt')?.textContent ?? guess,
        right: answer && this.untouched ? guess === answer : null,
      }));
  }

  /**
   * @param {(run: object, claim: string) => number} settledAt when the run has shown what a claim asks
   * @param {number[]} [lanes] those on the stage, whose counts run along; all
   */
  show(run, t, settledAt, lanes) {
    if (!this.applies) return;
    const now = this.claims.map(claim => [claim.guess, t >= settledAt(run, claim.id), claim.guess && this.values(claim, run, t, lanes)]);
    if (JSON.stringify(now) === this.shown) return;
    this.shown = JSON.stringify(now);
    this.claims.forEach((claim, i) => this.showOne(claim, now[i][2] || [], now[i][1]));
  }

  showOne(claim, values, done) {
    const { words } = this,
      right = claim.guess === claim.answer;
    if (claim.guess !== null && claim.answer && this.untouched) this.told(claim.id, !done ? 'open' : right ? 'right' : 'wrong');
    claim.live.replaceChildren(...values.map(([lane, text]) => h('span', {}, laneTag(lane), ` ${text}`)));
    for (const label of claim.options) {
      const value = label.querySelector('input').value,
        known = claim.guess !== null && done && claim.answer && this.untouched;
      label.classList.toggle('on', Boolean(known) && value === claim.answer);
      label.classList.toggle('gone', Boolean(known) && value !== claim.answer);
    }
    const shown = claim.element.dataset.shown;
    claim.say.textContent =
      claim.guess === null
        ? words('claim.choose')
        : !this.untouched
          ? words('claim.touched')
          : !done
          ? words('claim.running')
          : `${words(right ? 'claim.right' : 'claim.wrong')} ${shown}`;
  }

  values(claim, run, t, lanes) {
    const measure = this.measures[claim.id];
    if (!measure) return [];
    return run.lanes.map((lane, i) => [i, measure(lane, t)]).filter(([i, text]) => text !== null && (lanes?.includes(i) ?? true));
  }
}

// Guess first: a page with a question keeps the future back until somebody has guessed, and stops its run once where the answer
// would begin to show.
import { Claims } from './claims.js';
import { remember } from './guesses.js';

/** A run whatever its seed; without what was done to it beside, where that does not count. */
const situationOf = (run, at = run?.scenario?.at) => JSON.stringify({ ...run?.scenario, seed: '', at });

export class Guessing {
  /**
   * @param {import('./run-page.js').RunPage} page
   * @param {object} measures as for Claims
   * @param {(run: object, claim: string) => number} settledAt when the run has shown what a claim asks
   * @param {(run: object) => number|undefined} holdAt the instant at which a run waits, once, for whoever has not guessed
   */
  constructor(page, measures, settledAt, holdAt) {
    this.page = page;
    this.settledAt = settledAt;
    this.holdAt = holdAt;
    this.claims = new Claims(
      document.getElementById('claims'),
      page.words,
      measures,
      () => this.guessed(),
      (claim, verdict) => remember(`${page.main.dataset.lab}/${claim}`, verdict),
    );
    /** @type {object|null} the run that the page came with */
    this.asked = null;
    this.held = false;
  }

  /** Nothing has been guessed yet, so the future is not to be seen. */
  get withheld() {
    return this.claims.withheld;
  }

  /** What is asked about the run that is shown. */
  get questions() {
    return this.claims.questions;
  }

  /** Questions belong to the situation that the page came with. */
  onRun(run, summary) {
    if (!summary) this.asked = run;
    this.claims.apply(situationOf(run, '') === situationOf(this.asked, ''), situationOf(run) === situationOf(this.asked));
  }

  onInstant(run, t, playing) {
    const { page, withheld } = this;
    this.claims.show(run, t, this.settledAt, page.layout?.lanes);
    page.main.classList.toggle('withheld', withheld);
    if (playing && withheld && !this.held && t >= this.holdAt(run)) this.hold(this.holdAt(run));
  }

  hold(t) {
    this.held = true;
    this.page.player.pause();
    this.page.player.seek(t);
  }

  guessed() {
    const { player, calm, run } = this.page;
    player.changed();
    if (!calm.matches && !player.playing && player.tMicros < run.durationMicros) player.play();
  }
}

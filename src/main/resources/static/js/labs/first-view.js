// What a lab's stage shows to whoever opens it: the lanes that matter in its situation, and what it takes to follow them. All
// of it is one press away, and whoever asked for it once finds it ever after: a cookie says so, which the server reads too.

/**
 * @typedef {object} First
 * @property {string[]} parts of the stage that are shown
 * @property {(lane: any) => string} nameOf a lane as options and addresses name it
 * @property {Object<string, {lanes?: string[], parts?: string[]}>} [about] what else a question, by its claim, cannot do without:
 *   lanes in place of the first two, parts beside the usual ones
 */

const FEW = 2;
const COOKIE = 'tilab-stage=all';
const YEAR = 31_536_000;

export class FirstView {
  /**
   * @param {HTMLElement} button pressed while everything is shown
   * @param {First} first
   * @param {(whole: boolean) => void} changed
   */
  constructor(button, first, changed) {
    this.first = first;
    this.whole = button.getAttribute('aria-pressed') === 'true';
    button.addEventListener('click', () => {
      this.whole = !this.whole;
      button.setAttribute('aria-pressed', String(this.whole));
      document.cookie = `${COOKIE}; path=/labs; max-age=${this.whole ? YEAR : 0}; samesite=lax`;
      changed(this.whole);
    });
  }

  /**
   * @param {{id: string, options: string[]}[]} questions that are open or were answered about this run
   * @returns {import('../scene/stage.js').Mask|undefined} undefined is everything
   */
  mask(run, questions) {
    return this.whole ? undefined : { lanes: this.lanes(run, questions), parts: this.parts(questions) };
  }

  /** Those that a question names, or is about; filled up with the first ones of the run. */
  lanes({ lanes }, questions) {
    const { nameOf, about = {} } = this.first,
      names = lanes.map(nameOf),
      asked = new Set(questions.flatMap(({ id, options }) => [...options, ...(about[id]?.lanes ?? [])])),
      of = [...names.keys()].filter(index => asked.has(names[index]));
    for (const index of names.keys()) if (of.length < FEW && !of.includes(index)) of.push(index);
    return of.sort((a, b) => a - b);
  }

  parts(questions) {
    const { parts, about = {} } = this.first;
    return [...new Set([...parts, ...questions.flatMap(({ id }) => about[id]?.parts ?? [])])];
  }
}

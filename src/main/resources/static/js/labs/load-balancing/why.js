import { h } from '../html.js';
import { laneTag } from '../lane-tag.js';
import { reasonFor, requestWords } from './describe.js';
import { decidedAt } from './run.js';

/** "Why there?": the latest request, the same in all lanes, with the values seen and the rule in a few words. */
export class Why {
  constructor(list, request, words) {
    this.list = list;
    this.request = request;
    this.words = words;
    this.shown = null;
  }

  show(run, t) {
    const last = decidedAt(run, t);
    if (this.shown === last && this.run === run) return;
    this.shown = last;
    this.run = run;
    const { words } = this;
    this.request.textContent = last < 0 ? words('why.none') : requestWords(run, last, words);
    this.list.replaceChildren(
      ...(last < 0
        ? []
        : run.lanes.map((lane, i) => {
            const { target, reason, label, values, trouble } = reasonFor(run, lane, last, words);
            return h(
              'li',
              {},
              laneTag(i),
              h(
                'div',
                {},
                h(
                  'div',
                  {},
                  h('b', {}, `→ ${target}`),
                  ` ${reason} `,
                  trouble && h('span', { class: 'trouble' }, `✕ ${trouble}`),
                ),
                h('div', { class: 'seen' }, h('span', {}, label), ...values.map(v => h(v.won ? 'b' : 'span', {}, v.text))),
              ),
            );
          })),
    );
  }
}

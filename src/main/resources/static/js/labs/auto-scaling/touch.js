// What can be done to the group, a zone or a process.
import { h } from '../html.js';
import { numberBeside, Touching } from '../touching.js';
import { subjectWords } from './describe.js';
import { microsOf, momentOf } from './time.js';

/** What two buttons do at once, because it is done most often. */
const QUICK = { stop: 'stop-instance:group', traffic: 'traffic:group:1.5' };
const SIGNS = { stop: 'M2 4h12v8H2zM6 6l4 4m0-4-4 4', traffic: 'M1 12h4V5h6v7h4' };
const SVG = 'http://www.w3.org/2000/svg';

export class Touch extends Touching {
  nameOf(subject) {
    return subjectWords(subject, this.words);
  }

  titleOf(subject) {
    return subject === 'process' ? this.words('quick.process') : this.nameOf(subject);
  }

  subjectOf({ kind, zone }) {
    return kind === 'box' ? `az-${this.run.zones[zone]}` : 'group';
  }

  clock(time) {
    return this.run ? momentOf(this.run, microsOf(time), this.words) : time;
  }

  moment() {
    return momentOf(this.run, this.t, this.words);
  }

  statesAt(t) {
    return this.run.zones.map((_, zone) => this.zoneState(zone, t));
  }

  buttonsFor(states) {
    const { run, words } = this,
      of = (subject, name, state = '', mark = '') => this.button({ 'data-subject': subject }, name, state, mark);
    return [
      this.quickButton('stop'),
      this.quickButton('traffic'),
      ...run.zones.map((letter, zone) =>
        of(`az-${letter}`, this.nameOf(`az-${letter}`), words(`zone.${states[zone]}`), states[zone] === 'up' ? '' : 'stop'),
      ),
      of('group', words('quick.group')),
      of('process', words('quick.process')),
    ];
  }

  showButtons(buttons) {
    super.showButtons(buttons, ['subject', 'quick']);
  }

  quickButton(name) {
    const sign = document.createElementNS(SVG, 'svg'),
      path = document.createElementNS(SVG, 'path');
    sign.setAttribute('viewBox', '0 0 16 16');
    sign.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', SIGNS[name]);
    sign.append(path);
    return h('button', { type: 'button', class: 'quick', 'data-quick': name }, sign, h('span', {}, this.words(`quick.${name}`)));
  }

  /** Up, failed or without capacity, as the marks say. */
  zoneState(zone, t) {
    let state = 'up';
    for (const { atMicros, kind, subject } of this.run.marks) {
      if (atMicros > t) break;
      if (subject !== zone) continue;
      if (kind === 'fail-zone') state = 'failed';
      else if (kind === 'no-capacity' && state === 'up') state = 'full';
      else if (kind === 'repair-zone' || (kind === 'capacity-back' && state === 'full')) state = 'up';
    }
    return state;
  }

  press(button) {
    const { quick } = button.dataset;
    if (quick) this.add(QUICK[quick]);
    else super.press(button);
  }

  open(thing, place, opener = null) {
    this.onBox = thing.kind === 'box';
    super.open(thing, place, opener);
  }

  /** What can be done to a zone, to the group or to a process; on a box of the fleet also what can be done to an instance. */
  offer(subject) {
    const { menu } = this,
      kind = subject.startsWith('az-') ? 'zone' : subject;
    menu.dataset.state = kind === 'zone' ? this.zoneState(this.run.zones.indexOf(subject.slice(3)), this.t) : '';
    for (const choice of menu.querySelectorAll('[data-kind]'))
      choice.hidden = choice.dataset.kind !== kind && !(this.onBox && choice.querySelector('[data-touch="stop-instance"]'));
  }

  act(button) {
    const action = button.dataset.touch,
      input = button.closest('[data-kind]').querySelector('input'),
      subject =
        this.subject === 'process' ? this.menu.querySelector('[data-process]').value : action === 'stop-instance' ? 'group' : this.subject;
    if (!input) return this.add(`${action}:${subject}`);
    const { min, max } = input.dataset,
      { value, allowed } = numberBeside(button, { least: Number(min), most: Number(max), whole: action === 'desired' });
    if (!allowed) return this.say('touch.wrong', min, max);
    this.add(`${action}:${subject}:${value}`);
  }
}

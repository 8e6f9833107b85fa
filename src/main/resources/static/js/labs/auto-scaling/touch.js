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
  constructor(parts, words, change, opening) {
    super(parts, words, change, opening);
    this.subject = '';
  }

  inWords(item) {
    const [, kind, subject = '', value = ''] = item.split(':');
    return this.words(`mark.${kind}`, subjectWords(subject, this.words), value);
  }

  clock(time) {
    return this.run ? momentOf(this.run, microsOf(time), this.words) : time;
  }

  /** The buttons tell the states of the instant. */
  showInstant(t) {
    this.t = t;
    const { run, words } = this,
      states = run.zones.map((_, zone) => this.zoneState(zone)),
      of = (subject, name, state = '', mark = '') => this.button({ 'data-subject': subject }, name, state, mark);
    this.when.textContent = words('when', momentOf(run, t, words));
    if (!this.changed(states.join())) return;
    this.showButtons(
      [
        this.quickButton('stop'),
        this.quickButton('traffic'),
        ...run.zones.map((letter, zone) =>
          of(`az-${letter}`, subjectWords(`az-${letter}`, words), words(`zone.${states[zone]}`), states[zone] === 'up' ? '' : 'stop'),
        ),
        of('group', words('quick.group')),
        of('process', words('quick.process')),
      ],
      ['subject', 'quick'],
    );
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
  zoneState(zone) {
    let state = 'up';
    for (const { atMicros, kind, subject } of this.run.marks) {
      if (atMicros > this.t) break;
      if (subject !== zone) continue;
      if (kind === 'fail-zone') state = 'failed';
      else if (kind === 'no-capacity' && state === 'up') state = 'full';
      else if (kind === 'repair-zone' || (kind === 'capacity-back' && state === 'full')) state = 'up';
    }
    return state;
  }

  press(button) {
    const { quick, subject } = button.dataset;
    if (quick) this.add(QUICK[quick]);
    else this.open(subject, button.getBoundingClientRect(), button);
  }

  /** Opens the choice beside what was pressed; a thing on the stage, or a subject's name. */
  open(thing, place, opener = null) {
    const { menu, words } = this,
      box = thing.kind === 'box',
      subject = typeof thing === 'string' ? thing : box ? `az-${this.run.zones[thing.zone]}` : 'group',
      kind = subject.startsWith('az-') ? 'zone' : subject;
    this.subject = subject;
    this.opening();
    menu.dataset.state = kind === 'zone' ? this.zoneState(this.run.zones.indexOf(subject.slice(3))) : '';
    for (const choice of menu.querySelectorAll('[data-kind]'))
      choice.hidden = choice.dataset.kind !== kind && !(box && choice.querySelector('[data-touch="stop-instance"]'));
    const name = kind === 'process' ? words('quick.process') : subjectWords(subject, words);
    this.openMenu(place, opener, name, momentOf(this.run, this.t, words));
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

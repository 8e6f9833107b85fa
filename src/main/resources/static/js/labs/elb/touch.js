// What can be done on the stage: each thing is of one kind, and to press it does the one thing that can be done to it now. The run
// plays on; what was done stands in the list, where it can be taken back. A menu has all of it, for whoever does not point.
import { Touching } from '../touching.js';
import { subjectWords } from './scrubber.js';

/** In place of a subject: the menu with all that can be done. */
const EVERYTHING = 'everything';
/** Priorities of rules end here. */
const LAST_PRIORITY = 50_000;

export class Touch extends Touching {
  nameOf(subject) {
    return subjectWords(subject, this.words, this.run);
  }

  subjectOf({ kind, zone, target, service, connection }) {
    if (kind === 'zone') return `az-${this.run.zones[zone]}`;
    if (kind === 'target') return `target-${target + 1}`;
    if (kind === 'gate') return this.run.services[service];
    if (kind === 'connection') return `connection-${connection + 1}`;
    return kind; // the name, the wall
  }

  /** What a press on this does now, as an address carries it but for its time. @param {string} subject */
  actionOn(subject) {
    const { run, t } = this,
      [kind, number] = subject.split('-');
    if (kind === 'az') return `${run.dark.at(run.zones.indexOf(number), t) ? 'repair-zone' : 'fail-zone'}:${subject}`;
    if (kind === 'target') return `${run.stopped.at(Number(number) - 1, t) ? 'start' : 'stop'}:${subject}`;
    if (kind === 'connection') return `close:${subject}`;
    if (kind === 'name') return 'renew-addresses:balancers';
    if (kind === 'wall') return `${run.internal.at(0, t) ? 'make-public' : 'make-internal'}:balancers`;
    return `${run.shut.at(run.services.indexOf(subject), t) ? 'open' : 'shut'}:${subject}`;
  }

  /** There is one thing to do, unless everything is asked for. @param {any} thing */
  open(thing, place, opener = null) {
    this.subject = typeof thing === 'string' ? thing : this.subjectOf(thing);
    this.opening();
    if (this.subject === EVERYTHING) this.openMenu(place, opener, this.words('quick.more'), this.moment());
    else this.add(this.actionOn(this.subject));
  }

  /** Something in the menu, whose row says to what. @param {HTMLElement} button */
  act(button) {
    const { touch: verb, kind } = button.dataset,
      row = button.closest('div'),
      number = row.querySelector('[data-number]'),
      chosen = row.querySelector('select'),
      most = { target: this.run.targets.length, rule: this.run.rules.length, connection: this.run.connectionSender.length }[kind];
    let subject = chosen ? chosen.value : row.dataset.subject;
    if (number) {
      const which = Number(number.value);
      if (!(Number.isInteger(which) && which >= 1 && which <= most)) return this.say('touch.wrong', 1, most);
      subject = `${kind}-${which}`;
    }
    if (verb !== 'move-rule') return this.add(`${verb}:${subject}`);
    const value = Number(row.querySelector('[data-value]').value);
    return Number.isInteger(value) && value >= 1 && value <= LAST_PRIORITY ? this.add(`${verb}:${subject}:${value}`) : this.say('touch.wrong', 1, LAST_PRIORITY);
  }

  /** A rule of the list beside the stage gets another priority. @param {number} rule its place  @param {number} priority */
  moveRule(rule, priority) {
    this.add(`move-rule:rule-${rule + 1}:${priority}`);
  }

  statesAt(t) {
    const { run } = this;
    return {
      zones: run.zones.map((_, zone) => run.dark.at(zone, t)),
      services: run.services.map((_, service) => run.shut.at(service, t)),
      targets: run.targets.map(({ index }) => run.stopped.at(index, t)),
      internal: run.internal.at(0, t),
    };
  }

  buttonsFor({ zones, services, internal }) {
    const { run, words } = this,
      of = (subject, name, state = '', mark = '') => {
        const button = this.button({ 'data-subject': subject }, name, state, mark);
        for (const opens of ['aria-haspopup', 'aria-expanded']) button.removeAttribute(opens);
        return button;
      };
    return [
      ...run.zones.map((letter, zone) =>
        of(`az-${letter}`, this.nameOf(`az-${letter}`), words(zones[zone] ? 'state.dark' : 'state.up'), zones[zone] ? 'stop' : ''),
      ),
      of('name', words('quick.name')),
      of('wall', words(internal ? 'quick.wall.internal' : 'quick.wall')),
      of('api', this.nameOf('api'), words(services[1] ? 'state.shut' : 'state.open'), services[1] ? 'stop' : ''),
      this.button({ 'data-subject': EVERYTHING }, words('quick.more')),
    ];
  }
}

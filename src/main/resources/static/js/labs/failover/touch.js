// What can be done to a zone, an instance, the database or a client.
import { stateAt } from '../indexing.js';
import { numberBeside, Touching } from '../touching.js';
import { zoneAt } from './run.js';
import { subjectWords } from './scrubber.js';

export class Touch extends Touching {
  nameOf(subject) {
    return subjectWords(subject, this.words);
  }

  titleOf(subject) {
    return kindOf(subject) === 'client' ? this.words('subject.some-client') : this.nameOf(subject);
  }

  subjectOf({ kind, zone, machine, client }) {
    if (kind === 'zone') return `az-${this.run.zones[zone]}`;
    if (kind === 'instance') return `instance-${machine + 1}`;
    return kind === 'client' ? `client-${client + 1}` : 'database';
  }

  /** Of an instance its zone; everything belongs to the database. */
  subjectBehind(thing, wanted) {
    if (kindOf(wanted) === 'database') return wanted;
    if (kindOf(wanted) !== 'zone' || thing.kind === 'zone') return this.subjectOf(thing);
    const machine = this.run.lanes[thing.lane]?.machines[thing.machine];
    return machine ? `az-${this.run.zones[stateAt(machine, this.t).zone]}` : null;
  }

  statesAt(t) {
    const { run } = this;
    return {
      zones: run.zones.map((_, zone) => zoneAt(run, zone, t)),
      machines: Math.max(...run.lanes.map(lane => lane.machines.length)),
    };
  }

  buttonsFor({ zones, machines }) {
    const { run, words } = this,
      of = (subject, state = '', mark = '') => this.button({ 'data-subject': subject }, this.titleOf(subject), state, mark);
    return [
      ...run.zones.map((letter, zone) => of(`az-${letter}`, words(`zone.${zones[zone]}`), zones[zone] === 'up' ? '' : 'stop')),
      ...Array.from({ length: machines }, (_, m) => of(`instance-${m + 1}`)),
      of('database', '', 'two'),
      of('client-1'),
    ];
  }

  offer(subject) {
    const { menu, run } = this,
      kind = kindOf(subject);
    menu.dataset.state = kind === 'zone' ? zoneAt(run, run.zones.indexOf(subject.slice(3)), this.t) : '';
    for (const choice of menu.querySelectorAll('[data-kind]')) choice.hidden = choice.dataset.kind !== kind;
    if (kind === 'client') menu.querySelector('[data-client]').value = subject.split('-')[1];
  }

  act(button) {
    const action = button.dataset.touch,
      input = button.closest('[data-kind]').querySelector('input');
    if (!input) return this.add(`${action}:${this.subject}`);
    const client = input.dataset.client !== undefined,
      least = client ? 1 : Number(input.dataset.min),
      most = client ? this.run.clients : Number(input.dataset.max),
      { value, allowed } = numberBeside(button, { least, most, whole: client });
    if (!allowed) return this.say('touch.wrong', least, most);
    this.add(client ? `${action}:client-${value}` : `${action}:${this.subject}:${value}`);
  }
}

const kindOf = subject => (subject.startsWith('az-') ? 'zone' : subject.split('-')[0]);

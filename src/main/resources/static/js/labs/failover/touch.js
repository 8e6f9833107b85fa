// What can be done to a zone, an instance, the database or a client.
import { clockText } from '../../scene/numbers.js';
import { numberBeside, Touching } from '../touching.js';
import { zoneAt } from './run.js';
import { subjectWords } from './scrubber.js';

export class Touch extends Touching {
  constructor(parts, words, change, opening) {
    super(parts, words, change, opening);
    this.subject = '';
  }

  inWords(item) {
    const [, kind, subject = '', value = ''] = item.split(':');
    return this.words(`mark.${kind}`, subjectWords(subject, this.words), value);
  }

  /** The buttons tell the states of the instant. */
  showInstant(t) {
    this.t = t;
    const { run, words } = this,
      states = run.zones.map((_, zone) => zoneAt(run, zone, t)),
      machines = Math.max(...run.lanes.map(lane => lane.machines.length)),
      of = (subject, state = '', mark = '', name = subjectWords(subject, words)) =>
        this.button({ 'data-subject': subject }, name, state, mark);
    this.when.textContent = words('when', clockText(t, 1));
    if (!this.changed(`${states} ${machines}`)) return;
    this.showButtons(
      [
        ...run.zones.map((letter, zone) => of(`az-${letter}`, words(`zone.${states[zone]}`), states[zone] === 'up' ? '' : 'stop')),
        ...Array.from({ length: machines }, (_, m) => of(`instance-${m + 1}`)),
        of('database', '', 'two'),
        of('client-1', '', '', words('subject.some-client')),
      ],
      ['subject'],
    );
  }

  press(button) {
    this.open(button.dataset.subject, button.getBoundingClientRect(), button);
  }

  /** Opens the choice beside what was pressed; a thing on the stage or a subject's id. */
  open(thing, place, opener = null) {
    const { menu } = this,
      subject = typeof thing === 'string' ? thing : idOf(thing, this.run),
      kind = subject.startsWith('az-') ? 'zone' : subject.split('-')[0];
    this.subject = subject;
    this.opening();
    menu.dataset.state = kind === 'zone' ? zoneAt(this.run, this.run.zones.indexOf(subject.slice(3)), this.t) : '';
    for (const choice of menu.querySelectorAll('[data-kind]')) choice.hidden = choice.dataset.kind !== kind;
    if (kind === 'client') menu.querySelector('[data-client]').value = subject.split('-')[1];
    const name = kind === 'client' ? this.words('subject.some-client') : subjectWords(subject, this.words);
    this.openMenu(place, opener, name, clockText(this.t, 1));
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

/** What was pressed on the stage, as an address carries it. */
function idOf({ kind, zone, machine, client }, run) {
  if (kind === 'zone') return `az-${run.zones[zone]}`;
  if (kind === 'instance') return `instance-${machine + 1}`;
  return kind === 'client' ? `client-${client + 1}` : 'database';
}

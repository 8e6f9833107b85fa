// Touching the system: what can be done to a zone, an instance, the database or a client at the instant on screen. The same
// run is computed with one more intervention; what lies before stays as it was.
import { addressTime, clockText } from '../../scene/numbers.js';
import { h } from '../html.js';
import { Interventions, MOST, openBeside, returnFocus } from '../interventions.js';
import { zoneAt } from './run.js';
import { subjectWords } from './scrubber.js';

export class Touch {
  /**
   * @param {object} parts elements: buttons, menu, list, hint, when
   * @param {(items: string[]) => void} change called with the interventions as an address carries them
   */
  constructor(parts, words, change) {
    Object.assign(this, parts, { words, change, run: null, t: 0, subject: '' });
    this.done = new Interventions(this.list, words, item => this.inWords(item), change);
    this.buttons.addEventListener('click', e => {
      const button = e.target.closest('button');
      if (button) this.open(button.dataset.subject, button.getBoundingClientRect(), button);
    });
    this.menu.addEventListener('click', e => {
      const button = e.target.closest('[data-touch]');
      if (button) this.act(button);
    });
    this.menu.addEventListener('keydown', e => {
      const input = e.target.closest('input');
      if (input && e.key === 'Enter') this.act(input.closest('[data-kind]').querySelector('[data-touch]'));
    });
    returnFocus(this.menu, () => this.opener);
  }

  inWords(item) {
    const [, kind, subject = '', value = ''] = item.split(':');
    return this.words(`mark.${kind}`, subjectWords(subject, this.words), value);
  }

  /** @param {object|null} run  @param {string[]} items interventions as the address carries them */
  showRun(run, items) {
    Object.assign(this, { run, shown: '' });
    for (const part of [this.buttons, this.when]) part.hidden = !run; // a run that is not drawn has no instant to touch
    this.done.show(items);
    this.hint.hidden = !run || items.length > 3;
  }

  /** The buttons tell the states of the instant. */
  showInstant(t) {
    this.t = t;
    this.when.textContent = this.words('when', clockText(t, 1));
    const { run, words } = this,
      states = run.zones.map((_, zone) => zoneAt(run, zone, t)),
      machines = Math.max(...run.lanes.map(lane => lane.machines.length)),
      now = `${states} ${machines}`;
    if (now === this.shown) return;
    this.shown = now;
    const focused = this.buttons.contains(document.activeElement) ? document.activeElement.dataset.subject : null,
      button = (subject, small, mark = '', name = subjectWords(subject, words)) =>
        h(
          'button',
          { type: 'button', class: mark, 'data-subject': subject, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
          `${name} `,
          small && h('small', {}, small),
          h('span', { class: 'sr' }, `: ${words('disturb')}`),
        );
    this.buttons.replaceChildren(
      ...run.zones.map((letter, zone) =>
        button(`az-${letter}`, words(`zone.${states[zone]}`), states[zone] === 'up' ? '' : 'stop'),
      ),
      ...Array.from({ length: machines }, (_, m) => button(`instance-${m + 1}`)),
      button('database', '', 'two'),
      button('client-1', '', '', words('subject.some-client')),
    );
    if (focused) this.buttons.querySelector(`[data-subject="${focused}"]`)?.focus({ preventScroll: true });
  }

  /** Opens the choice beside what was pressed; a thing on the stage or a subject's id. */
  open(thing, place, opener = null) {
    const { menu } = this,
      subject = typeof thing === 'string' ? thing : idOf(thing, this.run),
      kind = subject.startsWith('az-') ? 'zone' : subject.split('-')[0],
      state = kind === 'zone' ? zoneAt(this.run, this.run.zones.indexOf(subject.slice(3)), this.t) : '';
    Object.assign(this, { subject, opener });
    this.onOpen?.();
    menu.dataset.state = state;
    for (const choice of menu.querySelectorAll('[data-kind]')) choice.hidden = choice.dataset.kind !== kind;
    if (kind === 'client') menu.querySelector('[data-client]').value = subject.split('-')[1];
    menu.querySelector('#touch-heading').textContent = this.words(
      'touch.at',
      kind === 'client' ? this.words('subject.some-client') : subjectWords(subject, this.words),
      clockText(this.t, 1),
    );
    this.say('');
    opener?.setAttribute('aria-expanded', 'true');
    openBeside(menu, place);
  }

  act(button) {
    const input = button.closest('[data-kind]').querySelector('input'),
      client = input?.dataset.client !== undefined,
      least = client ? 1 : Number(input?.dataset.min),
      most = client ? this.run.clients : Number(input?.dataset.max),
      value = Number(input?.value.replace(',', '.'));
    if (input && !(value >= least && value <= most && (!client || Number.isInteger(value))))
      return this.say('touch.wrong', least, most);
    if (this.done.items.length >= MOST) return this.say('touch.many');
    this.menu.hidePopover();
    const subject = client ? `client-${value}` : this.subject,
      item = [addressTime(this.t), button.dataset.touch, subject, ...(input && !client ? [value] : [])].join(':');
    this.change([...this.done.items, item]);
  }

  say(key, ...values) {
    const line = this.menu.querySelector('#touch-problem');
    line.hidden = !key;
    line.textContent = key && this.words(key, ...values);
  }
}

/** What was pressed on the stage, as an address carries it. */
function idOf({ kind, zone, machine, client }, run) {
  if (kind === 'zone') return `az-${run.zones[zone]}`;
  if (kind === 'instance') return `instance-${machine + 1}`;
  return kind === 'client' ? `client-${client + 1}` : 'database';
}

// What can be done to a zone, a server, a gate, the balancers, a rule or a connection.
import { numberBeside, Touching } from '../touching.js';
import { subjectWords } from './scrubber.js';

const BALANCERS = 'balancers';
/** A rule may have a priority from one to this. */
const LAST_PRIORITY = 50_000;

export class Touch extends Touching {
  nameOf(subject) {
    const target = kindOf(subject) === 'target' ? this.run?.targets[Number(subject.split('-')[1]) - 1] : null;
    return target ? target.name : subjectWords(subject, this.words);
  }

  subjectOf({ kind, zone, target, service, connection }) {
    if (kind === 'zone') return `az-${this.run.zones[zone]}`;
    if (kind === 'target') return `target-${target + 1}`;
    if (kind === 'gate') return this.run.services[service];
    return kind === 'connection' ? `connection-${connection + 1}` : BALANCERS;
  }

  /** A server and a gate stand in for their zone and their balancer, where a story asks for those. */
  subjectBehind(thing, wanted) {
    const own = this.subjectOf(thing);
    if (kindOf(own) === kindOf(wanted)) return own;
    if (kindOf(wanted) === 'az' && thing.kind === 'target') return `az-${this.run.zones[this.run.targets[thing.target].zone]}`;
    return null;
  }

  statesAt(t) {
    const { run } = this;
    return {
      zones: run.zones.map((_, zone) => run.isDark(zone, t)),
      shut: run.services.map((_, service) => run.isShut(service, t)),
      stopped: run.targets.map(({ id }) => run.isStopped(id, t)),
      internal: run.isInternal(t),
    };
  }

  buttonsFor({ zones, shut, stopped, internal }) {
    const { run, words } = this,
      down = stopped.filter(Boolean).length,
      of = (subject, state = '', mark = '') => this.button({ 'data-subject': subject }, this.nameOf(subject), state, mark);
    return [
      ...run.zones.map((letter, zone) => of(`az-${letter}`, words(zones[zone] ? 'zone.dark' : 'zone.up'), zones[zone] ? 'stop' : '')),
      of(BALANCERS, words(internal ? 'scheme.internal' : 'scheme.public'), 'two'),
      ...run.services.map((service, i) => of(service, shut[i] ? words('gate.shut') : '', shut[i] ? 'stop' : '')),
      this.button({ 'data-subject': 'target-1' }, words('subject.some-target'), down ? words('target.stopped', down) : '', down ? 'stop' : ''),
      ...(run.rules.length ? [this.button({ 'data-subject': 'rule-1' }, words('subject.some-rule'))] : []),
    ];
  }

  offer(subject) {
    const { menu, run } = this,
      kind = kindOf(subject);
    for (const choice of menu.querySelectorAll('[data-kind]')) choice.hidden = choice.dataset.kind !== kind;
    for (const input of menu.querySelectorAll('[data-number]')) input.value = subject.split('-')[1] ?? input.value;
    menu.dataset.state = {
      az: () => (run.isDark(run.zones.indexOf(subject.slice(3)), this.t) ? 'dark' : 'up'),
      service: () => (run.isShut(run.services.indexOf(subject), this.t) ? 'shut' : 'open'),
      target: () => (run.isStopped(Number(subject.split('-')[1]) - 1, this.t) ? 'stopped' : 'runs'),
      balancers: () => (run.isInternal(this.t) ? 'internal' : 'public'),
    }[kind]?.() ?? '';
  }

  act(button) {
    const verb = button.dataset.touch,
      row = button.closest('[data-kind]'),
      numbered = row.querySelector('[data-number]');
    let { subject } = this;
    if (numbered) {
      const most = verb === 'move-rule' ? this.run.rules.length : this.run.targets.length,
        number = Number(numbered.value);
      if (!(Number.isInteger(number) && number >= 1 && number <= most)) return this.say('touch.wrong', 1, most);
      subject = `${subject.split('-')[0]}-${number}`;
    }
    if (verb !== 'move-rule') return this.add(`${verb}:${subject}`);
    const { value, allowed } = numberBeside(button, { least: 1, most: LAST_PRIORITY, whole: true });
    if (!allowed) return this.say('touch.wrong', 1, LAST_PRIORITY);
    return this.add(`${verb}:${subject}:${value}`);
  }
}

/** az, target, rule, connection, balancers, or that it is a service. */
function kindOf(subject) {
  if (subject === BALANCERS) return subject;
  const [kind, number] = subject.split('-');
  return number === undefined ? 'service' : kind;
}

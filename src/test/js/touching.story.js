import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import { Touch as BalancingTouch } from '../../main/resources/static/js/labs/load-balancing/touch.js';
import { runOf as balancingRun } from '../../main/resources/static/js/labs/load-balancing/run.js';
import { Touch as FailoverTouch } from '../../main/resources/static/js/labs/failover/touch.js';
import { runOf as failoverRun } from '../../main/resources/static/js/labs/failover/run.js';
import { disturbedAt, openingAround } from '../../main/resources/static/js/labs/opening.js';
import { documentOf, element, withPage } from './fake-dom.js';
import { sampleFailover } from './sample-failover.js';
import { sampleTimeline } from './sample-timeline.js';
import { equal, story } from './story.js';

const balanced = balancingRun(
  fromJson(
    sampleTimeline({
      seed: 3,
      rate: 9,
      seconds: 20,
      serviceMillis: 300,
      speeds: [1, 1, 0.4],
      strategies: ['round-robin'],
      at: [{ atMicros: 4e6, kind: 'stop', target: 1 }],
    }),
  ),
);
const failed = failoverRun(fromJson(sampleFailover()));

/** What can be touched on a page of its own, with a menu of these choices. */
function touching(Touch, run, items, choices, tell) {
  const made = [],
    heading = element('h3', { id: 'touch-heading' }),
    problem = element('p', { id: 'touch-problem' }),
    menu = Object.assign(element('div', { id: 'touch' }, heading, problem, ...choices), {
      showPopover: () => made.push('opened'),
      hidePopover: () => made.push('closed'),
      matches: () => true,
      offsetWidth: 200,
      offsetHeight: 100,
    }),
    parts = {
      buttons: element('div'),
      menu,
      list: element('ul'),
      hint: element('p'),
      when: element('p'),
    },
    globals = { document: documentOf(...Object.values(parts)), location: { search: '' }, innerWidth: 900, innerHeight: 900 };
  withPage(globals, () => {
    const touch = new Touch(
      parts,
      (key, ...values) => `${key} ${values.join(' ')}`.trim(),
      next => made.push(next),
      () => made.push('paused'),
    );
    touch.showRun(run, items);
    tell({ touch, parts, menu, heading, problem, made, told: () => made.splice(0) });
  });
}

const action = (name, ...more) => element('div', {}, ...more, element('button', { 'data-touch': name })),
  place = { left: 0, top: 0, bottom: 10 };

story('what is pressed on the stage and its button beside it open the same menu, and do the same at the instant on screen', () => {
  const factor = element('input', { value: '3,5' }),
    slow = action('slow', factor),
    choices = [action('stop'), slow, action('normal')];
  touching(BalancingTouch, balanced, ['4s:stop:target-2'], choices, ({ touch, parts, menu, heading, problem, told }) => {
    touch.showInstant(6e6);
    equal(
      parts.buttons.children.map(button => [button.dataset.subject, button.classes.has('stop')]),
      [['target-1', false], ['target-2', true], ['target-3', false]],
    );
    touch.open({ lane: 0, target: 2 }, place);
    const byStage = [heading.textContent, menu.dataset.state, told()];
    parts.buttons.children[2].getBoundingClientRect = () => place;
    parts.buttons.happens('click', { target: parts.buttons.children[2] });
    equal([heading.textContent, menu.dataset.state, told()], byStage);
    equal(byStage, ['touch.at t3 6.00', 'normal', ['paused', 'opened']]);
    menu.happens('click', { target: slow.querySelector('button') });
    equal(told(), ['closed', ['4s:stop:target-2', '6s:slow:target-3:3.5']]);
    factor.value = '21';
    menu.happens('click', { target: slow.querySelector('button') });
    equal([told(), problem.hidden, problem.textContent], [[], false, 'touch.wrong'], 'slower than a target can be');
    menu.happens('click', { target: choices[2].querySelector('button') });
    equal(told().at(-1), ['4s:stop:target-2', '6s:slow:target-3:1'], 'normal speed is a speed');
    equal(touch.inWords('6s:slow:target-3:1'), 'mark.normal t3');
    equal(touch.inWords('6s:slow:target-3:3.5'), 'mark.slow t3 3.5');
  });
});

story('failover: a thing on the stage is the subject that an address carries, and its menu offers what can be done to its kind', () => {
  const client = action('keep-address', element('input', { 'data-client': '', value: '1' })),
    choices = [action('fail-zone'), action('crash'), action('delete-rows'), client];
  ['zone', 'instance', 'database', 'client'].forEach((kind, i) => choices[i].setAttribute('data-kind', kind));
  touching(FailoverTouch, failed, [], choices, ({ touch, parts, menu, heading, told }) => {
    touch.showInstant(31e6);
    for (const [thing, subject, kind] of [
      [{ kind: 'zone', zone: 0, lane: 1 }, 'az-a', 'zone'],
      [{ kind: 'instance', machine: 1, lane: 1 }, 'instance-2', 'instance'],
      [{ kind: 'database', lane: 0 }, 'database', 'database'],
      [{ kind: 'client', client: 4, lane: 0 }, 'client-5', 'client'],
    ]) {
      touch.open(thing, place);
      equal([touch.subject, choices.filter(choice => !choice.hidden).map(choice => choice.dataset.kind)], [subject, [kind]]);
    }
    equal([heading.textContent, client.querySelector('input').value], ['touch.at subject.some-client 31.00', '5']);
    told();
    menu.happens('click', { target: client.querySelector('button') });
    equal(told().at(-1), ['31s:keep-address:client-5']);
    touch.open('az-a', place);
    equal(menu.dataset.state, 'dark', 'the state of the instant');
    const [first] = parts.buttons.children;
    touch.showInstant(31.5e6);
    equal(parts.buttons.children[0] === first, true, 'buttons that tell the same stay, with the focus that one may have');
    touch.showInstant(29e6);
    equal(parts.buttons.children[0].classes.has('stop'), false, 'before the zone failed');
  });
});

story('a run opens shortly before what a person does in it, standing still after it, and never outside', () => {
  const run = at => ({ durationMicros: 100, marks: [{ person: false, atMicros: 5 }, { person: true, atMicros: 0 }, ...at] }),
    disturbed = run([{ person: true, atMicros: 30 }]);
  equal([disturbedAt(disturbed), disturbedAt(run([]))], [30, undefined], 'what holds from the beginning is no disturbance');
  equal([openingAround(disturbed, false, 10, 50), openingAround(disturbed, true, 10, 50)], [20, 80]);
  equal([openingAround(disturbed, false, 40, 50), openingAround(disturbed, true, 10, 90), openingAround(disturbed, true, 0, -40)], [0, 100, 0]);
  equal([openingAround(run([]), false, 10, 50), openingAround(run([]), true, 10, 50)], [0, 40]);
});

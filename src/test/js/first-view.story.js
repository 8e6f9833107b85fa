import { FirstView } from '../../main/resources/static/js/labs/first-view.js';
import { stage as balancing } from '../../main/resources/static/js/labs/load-balancing/stage.js';
import { FIRST as BALANCING } from '../../main/resources/static/js/labs/load-balancing/first.js';
import { MEASURES as OF_BALANCING } from '../../main/resources/static/js/labs/load-balancing/measures.js';
import { stage as failover } from '../../main/resources/static/js/labs/failover/stage.js';
import { FIRST as FAILOVER } from '../../main/resources/static/js/labs/failover/first.js';
import { MEASURES as OF_FAILOVER } from '../../main/resources/static/js/labs/failover/measures.js';
import { stage as scaling } from '../../main/resources/static/js/labs/auto-scaling/stage.js';
import { FIRST as SCALING } from '../../main/resources/static/js/labs/auto-scaling/first.js';
import { MEASURES as OF_SCALING } from '../../main/resources/static/js/labs/auto-scaling/measures.js';
import { element, withPage } from './fake-dom.js';
import { equal, holds, story } from './story.js';

const run = { lanes: ['a', 'b', 'c', 'd'].map(name => ({ name })) },
  first = { parts: ['queue', 'errors'], nameOf: ({ name }) => name, about: { late: { lanes: ['d'], parts: ['times'] } } };

/** A stage's button and what it does to a page. */
function seen(pressed, tell) {
  const document = { cookie: '' },
    button = element('button', { 'aria-pressed': String(pressed) }),
    changes = [];
  return withPage({ document }, () => {
    const view = new FirstView(button, first, whole => changes.push(whole));
    return tell({ view, button, changes, document });
  });
}

story('a stage opens with two lanes and few parts, until somebody asks for more, which the browser remembers and forgets again', () =>
  seen(false, ({ view, button, changes, document }) => {
    equal(view.mask(run, []), { lanes: [0, 1], parts: ['queue', 'errors'] });
    equal(view.mask({ lanes: run.lanes.slice(0, 1) }, []).lanes, [0], 'of one lane that one');
    button.happens('click');
    equal([view.mask(run, []), button.getAttribute('aria-pressed'), changes], [undefined, 'true', [true]]);
    equal(document.cookie, 'tilab-stage=all; path=/labs; max-age=31536000; samesite=lax');
    button.happens('click');
    equal([view.mask(run, []).lanes, button.getAttribute('aria-pressed')], [[0, 1], 'false']);
    holds(document.cookie.includes('max-age=0;'), document.cookie);
  }),
);

story('whoever wanted to see everything finds everything', () => seen(true, ({ view }) => equal(view.mask(run, []), undefined)));

story('the lanes that a question names or is about are on the stage, and the parts that it cannot do without', () =>
  seen(false, ({ view }) => {
    const asked = (id, ...options) => view.mask(run, [{ id, options }]);
    equal(asked('which', 'c', 'b', 'neither').lanes, [1, 2], 'its own two in place of the first two');
    equal(asked('which', 'a', 'b', 'c', 'd').lanes, [0, 1, 2, 3]);
    equal(asked('late', 'yes', 'no'), { lanes: [0, 3], parts: ['queue', 'errors', 'times'] });
    equal(asked('other', 'yes').lanes, [0, 1]);
  }),
);

story('every lab shows at first what its stage has, and speaks of claims and lanes that there are', () => {
  for (const [name, { parts, about }, stage, measures] of [
    ['load balancing', BALANCING, balancing, OF_BALANCING],
    ['failover', FAILOVER, failover, OF_FAILOVER],
    ['auto scaling', SCALING, scaling, OF_SCALING],
  ]) {
    const known = new Set(stage.parts.map(part => part.name)),
      used = [...parts, ...Object.values(about).flatMap(one => one.parts ?? [])];
    equal(used.filter(part => !known.has(part)), [], name);
    holds(parts.length < known.size, `${name}: less than everything`);
    equal(Object.keys(about).filter(claim => !(claim in measures)), [], name);
  }
});

import { AT_MOST, OtherSeeds } from '../../main/resources/static/js/labs/load-balancing/other-seeds.js';
import { clock, element, settled, withPage } from './fake-dom.js';
import { equal, holds, story } from './story.js';

const lane = (meanToFirst, best, p95From = 8, p95To = 15.04) => ({
  meanToFirst,
  best,
  p95From,
  p95To,
  warmUp: { mean: -3, half: 3.5 },
  inFlightShare: 0.004,
});
const FIRST = lane(null, false),
  LOWER = lane({ mean: -12.34, half: 4.5 }, true),
  WITHIN = lane({ mean: 3, half: 110.2 }, false);

/** A table of lanes, a button, and a server that answers when the story says so. */
function opened(tell, lanes = 2) {
  const time = clock(),
    requests = [],
    row = () => element('tr', {}, ...['p95', 'moves', 'vs'].map(name => element('td', { class: `num ${name}` }))),
    table = element('table', {}, element('tbody', {}, ...Array.from({ length: lanes }, row))),
    button = element('button'),
    state = element('span'),
    words = (key, ...values) => `<${[key, ...values].join(' ')}>`,
    fetch = (address, { signal }) =>
      new Promise((resolve, reject) => {
        requests.push({ address, signal, resolve, reject });
        signal.addEventListener('abort', () => reject(signal.reason));
      });
  return withPage({ ...time.globals, fetch }, async () => {
    const seeds = new OtherSeeds(table, { button, state }, '/api/x', words),
      of = name => table.querySelectorAll(`.${name}`).map(cell => cell.textContent);
    await tell({
      ...time,
      seeds,
      requests,
      button,
      state,
      of,
      best: () => table.querySelectorAll('.p95').map(cell => cell.classList.contains('best')),
      shown(query, requests = 1000) {
        seeds.show(query, requests);
        seeds.stay();
      },
      async answered(...answer) {
        const line = new TextEncoder().encode(`${JSON.stringify({ state: 'done', result: { runs: 20, lanes: answer } })}\n`);
        requests.at(-1).resolve({ ok: true, body: { getReader: () => ({ read: async () => ({ value: line, done: false }) }) } });
        await settled();
      },
    });
  });
}

story('what twenty seeds say is shown when it is there: until then a quiet sign, and nothing is best', () =>
  opened(async ({ shown, seeds, pass, requests, answered, of, best, state, button }) => {
    shown('rate=10');
    seeds.begin(false);
    await pass(900);
    equal([of('vs'), of('moves'), best(), requests.length], [['<result.base>', '…'], ['…', '…'], [false, false], 0], 'the picture comes first');
    await pass(1000);
    seeds.begin(false);
    await pass(5000);
    equal(
      requests.map(request => request.address),
      ['/api/x/replications?rate=10&from=0&runs=20'],
    );
    equal([of('vs')[1], state.textContent], ['…', ''], 'nothing asks for attention');
    await answered(FIRST, LOWER);
    equal([of('vs'), of('moves'), best()], [['<result.base>', '−12.3 ± 4.5'], ['8.0–15.0', '8.0–15.0'], [false, true]]);
    equal([state.textContent, button.hidden], ['<seeds.known 20> <seeds.best>', true]);
    seeds.begin(false);
    await pass(5000);
    equal(requests.length, 1, 'once is enough');
  }),
);

story('no lane is best within the interval, and what too few seeds have is not made up', () =>
  opened(async ({ shown, seeds, pass, answered, of, best, state }) => {
    shown('rate=10');
    seeds.begin(false);
    await pass(1000);
    await answered(FIRST, WITHIN);
    equal([of('vs')[1], best(), state.textContent], ['+3.0 ± 110', [false, false], '<seeds.known 20> <seeds.none>']);
    shown('rate=11');
    seeds.begin(false);
    await pass(1000);
    await answered(FIRST, lane(null, false, null, null));
    equal([of('vs')[1], of('moves')[1]], ['–', '–']);
  }),
);

story('what the empty start is worth is said beyond chance, and what is under way at the end when it is much', () =>
  opened(async ({ shown, seeds, pass, answered, state }) => {
    shown('rate=10');
    seeds.begin(false);
    await pass(1000);
    await answered({ ...FIRST, warmUp: null, inFlightShare: 0.0512 }, { ...WITHIN, warmUp: { mean: -17.5, half: 4 } });
    equal(state.textContent, '<seeds.known 20> <seeds.none> <seeds.warm-up 17.5> <seeds.in-flight 5.1>');
  }),
);

story('one lane alone is compared with none', () =>
  opened(async ({ shown, seeds, pass, answered, of, state }) => {
    shown('rate=10');
    seeds.begin(false);
    await pass(1000);
    await answered(FIRST);
    equal([of('vs'), of('moves'), state.textContent], [['<result.base>'], ['8.0–15.0'], '<seeds.known 20>']);
  }, 1),
);

story('nothing is compared before it is guessed', () =>
  opened(async ({ shown, seeds, pass, requests }) => {
    shown('rate=10');
    seeds.begin(true);
    await pass(5000);
    equal(requests.length, 0);
    seeds.begin(false);
    await pass(1000);
    equal(requests.length, 1);
  }),
);

story('another run ends what is computed for the one before, whose answer shows nowhere; one that does not come lets it begin again', () =>
  opened(async ({ shown, seeds, pass, requests, answered, of, best }) => {
    shown('rate=10');
    seeds.begin(false);
    await pass(1000);
    seeds.leave();
    await settled();
    holds(requests[0].signal.aborted);
    seeds.begin(false);
    await pass(5000);
    equal([requests.length, of('vs')[1]], [1, '…'], 'the run that was asked for goes before');
    seeds.stay();
    seeds.begin(false);
    await pass(1000);
    equal(requests.length, 2);
    await answered(FIRST, LOWER);
    equal(best(), [false, true]);
    shown('rate=30');
    equal([of('vs')[1], of('moves')[0], best()], ['…', '…', [false, false]], 'nothing of the run before stays');
    seeds.begin(false);
    seeds.leave();
    await pass(5000);
    equal(requests.length, 2, 'nor is begun what was about to');
    shown('rate=40');
    seeds.begin(false);
    await pass(1000);
    const answer = answered(FIRST, LOWER);
    shown('rate=50');
    await answer;
    equal([of('vs')[1], best()], ['…', [false, false]], 'nor shown what was answered already');
  }),
);

story('a long run is compared when asked for, says how it comes on, and can be left; a failure says so and can be tried again', () =>
  opened(async ({ shown, seeds, pass, requests, answered, of, state, button }) => {
    shown('rate=1000', AT_MOST + 1);
    seeds.begin(false);
    await pass(5000);
    equal([requests.length, button.hidden, button.textContent, of('vs')[1]], [0, false, '<seeds.measure>', '–']);
    button.happens('click');
    equal([requests.length, button.textContent], [1, '<seeds.stop>']);
    button.happens('click');
    await settled();
    equal([requests[0].signal.aborted, button.textContent, state.textContent], [true, '<seeds.measure>', '']);
    button.happens('click');
    requests[1].reject(new TypeError('no connection'));
    await settled();
    equal([state.textContent, button.hidden, button.textContent], ['<seeds.failed>', false, '<seeds.measure>']);
    button.happens('click');
    await answered(FIRST, LOWER);
    equal([of('vs')[1], button.hidden], ['−12.3 ± 4.5', true]);
  }),
);

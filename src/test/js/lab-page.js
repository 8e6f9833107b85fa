// A lab's page without a browser: its elements, its address and its server, all told what to do by a story.
import { Guessing } from '../../main/resources/static/js/labs/guessing.js';
import { MEDIA_TYPE } from '../../main/resources/static/js/timeline/decode.js';
import { clock, documentOf, element, FakeFormData, withPage } from './fake-dom.js';
import { recordingContext } from './recording-context.js';
import { encode } from './sample-timeline.js';
import { holds } from './story.js';

// The player's element is defined when the module is read; here a stand-in takes its place, which keeps the instant and no more.
const { RunPage } = await withPage(
  { HTMLElement: class {}, customElements: { define() {} } },
  () => import('../../main/resources/static/js/labs/run-page.js'),
);

export const SECOND = 1e6;
const KEYS = [
  'computing',
  'failed',
  'cancelled',
  'undrawn',
  'seed',
  'share',
  'copied',
  'copied.not',
  'preset.lunch.text',
  'mine',
  'change.failed',
  'claim.touched',
  'claim.choose',
  'claim.running',
  'claim.right',
  'claim.wrong',
];
const canvas = id =>
  Object.assign(element('canvas', { id }), { clientWidth: 600, clientHeight: 40, getContext: () => recordingContext().context });

/** Where the picture stands, and no more; `changed` paints it. */
function playerOf(changed) {
  const player = {
    tMicros: 0,
    lengthMicros: 0,
    playing: false,
    seek: t => (player.tMicros = Math.min(player.lengthMicros, Math.max(0, t))),
    play: () => (player.playing = true),
    pause: () => (player.playing = false),
    changed,
  };
  return player;
}

/** A lab's page at an address, whose server answers when the story says so. */
export function opened({ search = '?rate=10', hash = '', calm = true, timeline = true, asks = false, short = 60, opens = {} }, tell) {
  const time = clock(),
    browser = element('window'),
    location = { origin: 'http://localhost', pathname: '/labs/x', search, hash },
    entries = [search + hash],
    requests = [],
    bars = [],
    shown = [],
    said = [],
    told = [],
    clipboard = { writeText: async text => said.push(text) },
    go = address => ([location.search, location.hash] = [address.replace(/#.*/, ''), /#.*|$/.exec(address)[0]]),
    history = {
      pushState: (_, __, address) => (entries.push(address), go(address)),
      replaceState: (_, __, address) => ((entries[entries.length - 1] = address), go(address)),
    },
    field = (id, value) =>
      element(
        'div',
        { 'data-field': id },
        element('input', { type: 'text', id: `p-${id}`, name: id, value }),
        element('p', { class: 'problem' }),
      ),
    claim = element(
      'div',
      { 'data-claim': 'which', 'data-answer': 'b', 'data-shown': 'because' },
      ...['a', 'b'].map(value => element('label', {}, element('input', { value }))),
      element('p', { class: 'live' }),
      element('p', { class: 'say' }),
    ),
    texts = element('template', { id: 'texts' });
  texts.content = element('div', {}, ...KEYS.map(key => element('p', { 'data-key': key }, `<${key} {0}>`)));
  const frame = Object.assign(element('div', { class: 'frame' }, canvas('stage')), { clientWidth: 600, clientHeight: 0 });
  const stand = element('lab-player', {}, element('div', { class: 'script' }, frame), canvas('scrub')),
    document = documentOf(
      element('main', { id: 'main', 'data-lab': 'x', 'data-api': '/api/x', ...(timeline ? { 'data-timeline': '/t' } : {}) }),
      element('h1', { id: 'heading', 'data-own': 'Lab' }),
      element('p', { id: 'situation', 'data-own': 'summary' }),
      element(
        'nav',
        { class: 'presets' },
        element('a', { href: 'http://localhost/labs/x?rate=10&seed=1', 'data-preset': 'lunch', 'aria-current': 'true', ...opens }, 'Lunch'),
      ),
      stand,
      element('form', { id: 'conditions' }, element('details', {}, field('rate', '10'), field('seed', '1'), field('at', ''))),
      ...['state', 'words', 'notice', 'progress', 'progress-bar', 'progress-text', 'seed', 'cancel', 'copy', 'copied', 'mine', 'changed'].map(id =>
        element('p', { id }),
      ),
      ...(asks ? [element('section', { id: 'claims' }, claim)] : []),
      texts,
    ),
    $ = id => document.getElementById(id),
    fetch = (address, { signal }) =>
      new Promise((resolve, reject) => {
        const request = { address, signal, resolve, reject };
        requests.push(request);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    globals = {
      ...time.globals,
      document,
      location,
      history,
      fetch,
      FormData: FakeFormData,
      navigator: { clipboard },
      devicePixelRatio: 1,
      matchMedia: () => ({ matches: calm }),
      getComputedStyle: () => ({ getPropertyValue: () => '' }),
      ResizeObserver: class {
        observe() {}
      },
      addEventListener: (...listening) => browser.addEventListener(...listening),
    };
  stand.player = playerOf(() => stand.scene?.draw());
  stand.choose = speed => (stand.player.speed = speed);
  stand.show = (scene, t = stand.player.tMicros) => {
    stand.scene = scene;
    stand.player.lengthMicros = scene.durationMicros;
    stand.player.seek(t);
    scene.draw();
  };
  return withPage(globals, async () => {
    let guessing = null;
    const page = new RunPage({
      scene: {
        runOf: ({ scenario, durationMicros }) => ({ scenario, durationMicros, lanes: [] }),
        layout: () => ({ W: 600, H: 100, lanes: [], laneH: 0 }),
        draw: () => {},
        drawScrubber: (context, run, size, look, t) => bars.push(t),
        describe: (run, t) => `rate ${run.scenario.rate} at ${t / SECOND}`,
        touchAt: () => null,
      },
      sliders: {},
      opening: () => 2 * SECOND,
      onRun(run, items, summary) {
        shown.push([run?.scenario.rate ?? null, items, summary?.scenario.rate ?? null]);
        guessing?.onRun(run, summary);
      },
      onAsked: () => told.push('asked'),
      onAnswered: () => told.push('answered'),
      onInstant: (run, t, playing) => guessing?.onInstant(run, t, playing),
      onTouch: () => {},
    });
    if (asks)
      guessing = new Guessing(
        page,
        {},
        () => 30 * SECOND,
        () => 5 * SECOND,
      );
    let going;
    const real = page.go.bind(page);
    page.go = (...asked) => (going = real(...asked));
    page.open();
    const due = query => requests.filter(({ address, done }) => address.endsWith(`?${query}`) && !done),
      done = async (query, how) => {
        const own = due(query),
          end = going;
        holds(own.length > 0, `asked for ${query}`);
        for (const request of own) {
          request.done = true;
          how(request, request.address.includes('/timeline'));
        }
        await end;
      },
      scenarioOf = query => ({ rate: /rate=(\w+)/.exec(query)[1], seed: 1, at: /at=([\w:,]+)/.exec(query)?.[1] ?? '' }),
      figures = query => {
        const line = new TextEncoder().encode(`{"state":"done","result":${JSON.stringify({ scenario: scenarioOf(query) })}}\n`);
        return { ok: true, body: { getReader: () => ({ read: async () => ({ value: line, done: false }) }) } };
      },
      columns = query => ({
        ok: true,
        headers: { get: () => MEDIA_TYPE },
        arrayBuffer: async () =>
          encode({
            lab: 'x',
            durationMicros: (query.includes('rate=10') ? 60 : short) * SECOND,
            scenario: scenarioOf(query),
            facts: {},
            dictionaries: {},
            shared: [],
            lanes: [],
          }).buffer,
      }),
      problem = errors => ({
        ok: false,
        status: 400,
        headers: { get: () => 'application/problem+json' },
        json: async () => ({ title: 'no', errors }),
      });
    await tell({
      ...time,
      page,
      $,
      document,
      location,
      bars,
      entries,
      requests,
      shown,
      said,
      told,
      clipboard,
      player: stand.player,
      script: stand.children[0],
      answered: query => done(query, (request, wide) => request.resolve(wide ? columns(query) : figures(query))),
      tooLarge: query => done(query, (request, wide) => request.resolve(wide ? problem([{ code: 'too-many-requests' }]) : figures(query))),
      wrong: (query, ...errors) => done(query, request => request.resolve(problem(errors))),
      halfLost: query =>
        done(query, (request, wide) => (wide ? request.resolve(columns(query)) : request.reject(new TypeError('no figures')))),
      lost: query => done(query, request => request.reject(new TypeError('no connection'))),
      async typed(rate) {
        $('p-rate').value = rate;
        $('p-rate').happens('input');
        await time.pass(500);
      },
      back(address) {
        entries.pop();
        go(address ?? entries.at(-1));
        browser.happens('popstate');
      },
      end: () => going,
    });
  });
}

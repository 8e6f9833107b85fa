import { askAhead, FIGURES } from '../../main/resources/static/js/labs/ahead.js';
import { columns, figures, progressText, together } from '../../main/resources/static/js/labs/long-run.js';
import { AWAITED_MEDIA_TYPE } from '../../main/resources/static/js/timeline/decode.js';
import { equal, holds, story } from './story.js';

const LINES = '{"state":"waiting","position":2,"share":0}\n{"state":"running","position":0,"share":0.25}\n';
const bytes = text => new TextEncoder().encode(text);

/** Whatever is asked for is answered with these bytes, so many at a time. */
async function answered(body, atOnce, type, ask, refusals = []) {
  const real = globalThis.fetch;
  globalThis.fetch = async () => {
    if (refusals.length) return refusals.shift();
    let at = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (at >= body.length) return controller.close();
        controller.enqueue(body.slice(at, (at += atOnce)));
      },
    });
    return new Response(stream, { headers: { 'Content-Type': type } });
  };
  try {
    return await ask();
  } finally {
    globalThis.fetch = real;
  }
}

const joined = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
const zipped = async plain =>
  new Uint8Array(await new Response(new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());

story('figures come behind their progress, wherever the answer is cut into pieces, a letter included', async () => {
  const body = bytes(`${LINES}{"state":"done","result":{"name":"가나"}}\n`);
  for (const atOnce of [1, 7, 50, 1000]) {
    const heard = [],
      result = await answered(body, atOnce, 'application/x-ndjson', () => figures('/run', null, news => heard.push(news)));
    equal(result, { name: '가나' }, `${atOnce} bytes at once`);
    equal(heard.map(news => news.share), [0, 0.25]);
  }
});

story('columns come behind their progress as they are, zipped or not, and a short run has none', async () => {
  const data = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7) % 256); // new lines among them
  for (const atOnce of [1, 64, 100000]) {
    for (const [encoding, sent] of [
      ['gzip', await zipped(data)],
      ['identity', data],
    ]) {
      const body = joined(bytes(`${LINES}{"state":"done","encoding":"${encoding}"}\n`), sent),
        heard = [],
        came = await answered(body, atOnce, AWAITED_MEDIA_TYPE, () => columns('/t', null, news => heard.push(news)));
      equal([...new Uint8Array(came)], [...data], encoding);
      equal(heard.length, 2);
    }
  }
  const short = await answered(data, 64, 'application/vnd.tilab.timeline', () => columns('/t', null, () => holds(false, 'told')));
  equal([...new Uint8Array(short)], [...data]);
});

story('a run that failed says why, and an answer that breaks off is no result', async () => {
  for (const [last, words] of [
    ['{"state":"failed","detail":"it costs more"}\n', 'it costs more'],
    ['', '…'],
  ]) {
    const failure = await answered(bytes(LINES + last), 9, AWAITED_MEDIA_TYPE, () => columns('/t', null, () => {})).catch(e => e);
    equal(failure.message, words);
  }
});

story('two long things are told of as one: nobody waits while one is computed, and what is done counts in full', async () => {
  const heard = [],
    part = together(news => heard.push(news)),
    tells = [];
  const ends = [0, 1].map(i => part(tell => new Promise(done => (tells[i] = { tell, done }))));
  tells[0].tell({ state: 'waiting', position: 3, share: 0 });
  tells[1].tell({ state: 'waiting', position: 4, share: 0 });
  equal(heard.at(-1), { state: 'waiting', position: 3, share: 0 });
  tells[0].tell({ state: 'running', position: 0, share: 0.5 });
  equal([heard.at(-1).state, heard.at(-1).share], ['running', 0.25]);
  tells[0].done();
  await ends[0];
  tells[1].tell({ state: 'waiting', position: 1, share: 0 });
  equal(heard.at(-1), { state: 'waiting', position: 1, share: 0.5 });
});

story('a busy server is asked again after the seconds that it names, and says in words when that is enough', async () => {
  const refusal = () =>
      new Response('{"status":429,"detail":"Eight are waiting."}', {
        status: 429,
        headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '0' },
      }),
    done = bytes('{"state":"done","result":1}\n'),
    heard = [],
    ask = () => figures('/run', null, news => heard.push(progressText(news, (...words) => words.join(' '))));
  equal(await answered(done, 99, 'application/x-ndjson', ask, [refusal(), refusal()]), 1);
  equal(heard, ['again.429 0', 'again.429 0']);
  const failure = await answered(done, 99, 'application/x-ndjson', ask, Array.from({ length: 9 }, refusal)).catch(e => e);
  equal(failure.message, 'Eight are waiting.');
});

story('what was asked for ahead is not asked for again, but for a second time it is; and hanging up cancels it', async () => {
  const real = globalThis.fetch,
    asked = [];
  globalThis.fetch = async (address, { signal, headers }) => {
    asked.push([address, headers.Accept, signal]);
    return new Response('{"state":"done","result":{"n":1}}\n', { headers: { 'Content-Type': 'application/x-ndjson' } });
  };
  try {
    const controller = new AbortController();
    askAhead('/run?a=1', FIGURES);
    equal(await figures('/run?a=1', controller.signal, () => {}), { n: 1 });
    equal(asked.length, 1);
    controller.abort();
    holds(asked[0][2].aborted, 'a newer question ends the one that was asked ahead');
    await figures('/run?a=1', new AbortController().signal, () => {});
    askAhead('/run?a=2', FIGURES);
    await figures('/run?a=3', new AbortController().signal, () => {});
    equal(asked.map(([address, accept]) => `${address} ${accept === FIGURES}`), ['1', '1', '2', '3'].map(a => `/run?a=${a} true`));
  } finally {
    globalThis.fetch = real;
  }
});

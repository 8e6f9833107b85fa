import { opened, SECOND } from './lab-page.js';
import { settled } from './fake-dom.js';
import { equal, holds, story } from './story.js';

const FIRST = 'rate=10',
  OWN = '?rate=10&seed=1';

story('a page opens with the run of its address, spelled as the server spells it, at the instant that a link names', async () => {
  await opened({ calm: false }, async ({ answered, requests, entries, player, shown, pass, $, document }) => {
    await answered(FIRST);
    await pass(1000);
    equal($('state').textContent, '', 'nothing is computed any more');
    equal(
      requests.map(request => request.address),
      ['/api/x/timeline?rate=10'],
      'its figures came with the page',
    );
    equal([entries, player.tMicros, player.playing, shown], [[OWN], 2 * SECOND, true, [['10', [], null]]]);
    equal([$('heading').textContent, $('situation').textContent, document.title], ['Lunch', '<preset.lunch.text {0}>', 'Lunch · TILab']);
  });
  await opened({ calm: false, hash: '#t=12.5' }, async ({ answered, entries, player }) => {
    await answered(FIRST);
    equal([entries, player.tMicros, player.playing], [[`${OWN}#t=12.5`], 12.5 * SECOND, false], 'who was sent an instant sees it');
  });
  await opened({}, async ({ answered, player }) => {
    await answered(FIRST);
    holds(!player.playing, 'nothing moves for those who want it calm');
  });
});

story('a situation opens where it says, at its pace: playing towards what happens, or standing where it has, and waits there for a guess', async () => {
  const opens = { 'data-from': '8000000', 'data-to': '12000000', 'data-pace': '0.25' };
  await opened({ calm: false, asks: true, opens }, async ({ answered, player, page }) => {
    await answered(FIRST);
    equal([player.tMicros, player.playing, player.speed], [8 * SECOND, true, 0.25]);
    page.asks({}, () => 30 * SECOND, () => 5 * SECOND);
    equal(page.guessing.holdAt(page.run), 12 * SECOND, 'not where the lab would wait without being told');
  });
  await opened({ opens }, async ({ answered, player, typed }) => {
    await answered(FIRST);
    equal([player.tMicros, player.playing], [12 * SECOND, false], 'nothing moves, and still there is something to see');
    player.seek(20 * SECOND);
    await typed('30');
    await answered('rate=30&seed=1');
    equal(player.tMicros, 20 * SECOND, 'another run keeps the instant');
  });
  await opened({ hash: '#t=3', opens }, async ({ answered, player }) => {
    await answered(FIRST);
    equal(player.tMicros, 3 * SECOND, 'whoever was sent an instant sees it');
  });
});

story('an address that describes no run asks for none, and shows no empty stage', () =>
  opened({ timeline: false }, ({ requests, script }) => {
    equal([requests.length, script.classList.contains('undrawn')], [0, true]);
  }),
);

story('another run keeps the instant, gets an address of its own, and is no situation of the page any more', () =>
  opened({ calm: false }, async ({ answered, typed, entries, player, shown, $, page }) => {
    await answered(FIRST);
    player.pause();
    player.seek(20 * SECOND);
    await typed('30');
    await answered('rate=30&seed=1');
    equal([entries, player.tMicros, shown.at(-1)], [[`${OWN}#t=20`, '?rate=30&seed=1#t=20'], 20 * SECOND, ['30', [], '30']]);
    holds(!player.playing, 'what stood still stands still');
    equal([$('heading').textContent, $('situation').textContent, $('seed').textContent], ['Lab', 'summary', '<seed 1>']);
    page.intervene(['5s:stop:t1', '6s:stop:t2']);
    await answered('rate=30&seed=1&at=5s:stop:t1,6s:stop:t2');
    equal([entries.length, shown.at(-1)], [3, ['30', ['5s:stop:t1', '6s:stop:t2'], '30']]);
    await typed('30');
    await answered('rate=30&seed=1&at=5s:stop:t1,6s:stop:t2');
    equal(entries.length, 3, 'the same run is no further step back');
  }),
);

story('going back shows the run that the address names, at its instant, though the run in between was shorter, and adds no step', () =>
  opened({ short: 15, calm: false }, async ({ answered, typed, entries, player, shown, back, pass, location, $ }) => {
    await answered(FIRST);
    player.pause();
    player.seek(40 * SECOND);
    await pass(500);
    equal(location.hash, '#t=40');
    await typed('30');
    await answered('rate=30&seed=1');
    equal(player.tMicros, 15 * SECOND, 'no later than it lasts');
    back();
    await answered('rate=10&seed=1');
    await pass(500);
    equal([entries, player.tMicros, shown.at(-1)[0], $('p-rate').value], [[`${OWN}#t=40`], 40 * SECOND, '10', '10']);
    back('?seed=1&rate=10');
    await answered('seed=1&rate=10');
    equal(
      [entries.length, player.tMicros, player.playing],
      [0, 40 * SECOND, false],
      'nor does an address in other words, and one without an instant keeps it',
    );
  }),
);

story('going back to a run that does not come leaves the address with the run that is shown, or a copied link opens another', () =>
  opened({}, async ({ answered, typed, lost, wrong, entries, shown, back, page, location }) => {
    await answered(FIRST);
    for (const fails of [() => lost('rate=10&seed=1'), () => wrong('rate=10&seed=1', { parameter: 'rate', message: 'no number' })]) {
      await typed('30');
      await answered('rate=30&seed=1');
      back(OWN);
      await fails();
      equal([shown.at(-1)[0], location.search, entries.length], ['30', '?rate=30&seed=1', 1]);
      page.go('rate=10&seed=1');
      await answered('rate=10&seed=1');
      entries.splice(0, entries.length - 1);
    }
  }),
);

story('what is computed beside a run hears when another is asked for, and once when the last of those is there or will not come', () =>
  opened({}, async ({ answered, typed, lost, told, $, end }) => {
    equal(told, ['asked']);
    await answered(FIRST);
    equal(told.splice(0), ['asked', 'answered']);
    await typed('30');
    await typed('40');
    await settled();
    equal(told.splice(0), ['asked', 'asked'], 'the one in between is over, the last is not');
    await lost('rate=40&seed=1');
    equal(told.splice(0), ['answered']);
    await typed('50');
    $('cancel').happens('click');
    await end();
    equal(told, ['asked', 'answered']);
  }),
);

story('a run that is replaced while it loads is let go, and nothing of it shows: not its picture, its address or its failure', async () => {
  await opened({}, async ({ answered, typed, requests, entries, shown, pass, $, player }) => {
    await answered(FIRST);
    await typed('30');
    const [figures, columns] = requests.slice(-2);
    await pass(300);
    equal($('state').textContent, '<computing {0}>');
    await typed('40');
    equal([figures.signal.aborted, columns.signal.aborted, $('state').textContent], [true, true, '<computing {0}>']);
    await answered('rate=40&seed=1');
    await settled();
    equal(
      [shown.map(([rate]) => rate), entries.at(-1), $('state').textContent, $('notice').hidden],
      [['10', '40'], `?rate=40&seed=1#t=2`, '', true],
    );
    equal(player.tMicros, 2 * SECOND);
  });
  await opened({}, async ({ answered, page, shown, entries }) => {
    await answered(FIRST);
    page.go('rate=30&seed=1');
    const answer = answered('rate=30&seed=1');
    page.go('rate=40&seed=1');
    await answer;
    await answered('rate=40&seed=1');
    equal([shown.map(([rate]) => rate), entries.length], [['10', '40'], 2], 'nor when its answer was there already');
  });
  await opened({}, async ({ answered, page, $ }) => {
    await answered(FIRST);
    page.go('rate=30&seed=1');
    page.go('rate=40&seed=1');
    page.showProgress({ state: 'running', share: 0.25 });
    await settled();
    equal($('progress').hidden, false, 'its end does not hide how the next one comes on');
  });
});

story('how a long run comes on stands there until it has come, is replaced or cancelled; who cancels keeps what was there', () =>
  opened({}, async ({ answered, typed, page, $, shown, entries, script, end }) => {
    page.showProgress({ state: 'running', share: 0.25 });
    equal([$('progress').hidden, $('progress-bar').value, script.classList.contains('undrawn')], [false, '0.25', true]);
    await answered(FIRST);
    equal([$('progress').hidden, script.classList.contains('undrawn')], [true, false]);
    await typed('30');
    page.showProgress({ state: 'running', share: 0.5 });
    holds(!script.classList.contains('undrawn'), 'the picture of before stays');
    await typed('40');
    equal($('progress').hidden, true);
    page.showProgress({ state: 'running', share: 0.75 });
    $('cancel').happens('click');
    await end();
    equal([$('progress').hidden, $('notice').textContent, $('state').textContent], [true, '<cancelled {0}>', '']);
    equal([shown.length, entries.length, $('p-rate').value], [1, 1, '40'], 'what was typed stays');
    await typed('40');
    await answered('rate=40&seed=1');
    equal([shown.length, $('notice').hidden], [2, true]);
  }),
);

story('a wrong value leaves run and address, and is told at its field alone, until a right one', () =>
  opened({}, async ({ answered, typed, wrong, lost, pass, $, shown, entries, document }) => {
    await answered(FIRST);
    await typed('40');
    await lost('rate=40&seed=1');
    equal($('notice').hidden, false);
    await typed('fast');
    await pass(300);
    await wrong('rate=fast&seed=1', { parameter: 'rate', message: 'no number' });
    const say = document.querySelectorAll('.problem')[0];
    equal(
      [say.textContent, say.hidden, $('p-rate').value, $('notice').hidden, $('state').textContent],
      ['no number', false, 'fast', true, ''],
    );
    equal([shown.length, entries], [1, [`${OWN}#t=2`]]);
    await typed('12');
    await answered('rate=12&seed=1');
    equal([say.hidden, $('notice').hidden, shown.length], [true, true, 2]);
  }),
);

story('a lost connection says so, leaves run, address and what was typed, and is forgotten by the next run', () =>
  opened({}, async ({ answered, typed, lost, halfLost, $, shown, entries, script }) => {
    await lost(FIRST);
    equal([$('notice').textContent, script.classList.contains('undrawn')], ['<failed no connection>', true]);
    await typed('30');
    await answered('rate=30&seed=1');
    equal([$('notice').hidden, script.classList.contains('undrawn')], [true, false]);
    await typed('40');
    await lost('rate=40&seed=1');
    equal([$('notice').hidden, $('p-rate').value, shown.length, script.classList.contains('undrawn')], [false, '40', 1, false]);
    equal(entries.at(-1), '?rate=30&seed=1#t=0');
    await typed('50');
    await halfLost('rate=50&seed=1');
    equal([$('notice').textContent, shown.length], ['<failed no figures>', 1], 'no picture of one run beside the figures of another');
  }),
);

story('a run that is too large to be drawn shows its figures and address, and no picture of another run plays on', () =>
  opened({}, async ({ answered, typed, tooLarge, $, shown, entries, player, script }) => {
    await answered(FIRST);
    player.play();
    await typed('99999');
    await tooLarge('rate=99999&seed=1');
    equal([shown.at(-1), entries.at(-1), player.playing], [[null, [], '99999'], '?rate=99999&seed=1#t=2', false]);
    equal([$('notice').textContent, script.classList.contains('undrawn')], ['<undrawn {0}>', true]);
  }),
);

story('words and address follow when the picture stands still, and never while it plays', () =>
  opened({}, async ({ answered, page, player, pass, location, $ }) => {
    await answered(FIRST);
    player.play();
    player.seek(7 * SECOND);
    page.paint();
    await pass(1000);
    equal([location.hash, $('words').textContent], ['', '']);
    player.pause();
    page.paint();
    await pass(300);
    player.seek(8 * SECOND);
    page.paint();
    await pass(300);
    equal(location.hash, '', 'not for every step');
    await pass(200);
    equal([location.hash, location.search, $('words').textContent], ['#t=8', OWN, 'rate 10 at 8']);
  }),
);

story('a link that is copied opens this run at this instant, and a browser that copies nothing says so', () =>
  opened({}, async ({ answered, player, said, clipboard, pass, $, page }) => {
    await answered(FIRST);
    player.play();
    player.seek(7.25 * SECOND);
    $('copy').happens('click');
    await settled();
    equal([said, player.playing, $('copied').textContent], [[`http://localhost/labs/x${OWN}#t=7.25`], false, '<copied {0}>']);
    clipboard.writeText = () => Promise.reject(new Error('forbidden'));
    await page.copy();
    equal($('copied').textContent, '<copied.not {0}>');
    await pass(7000);
    equal($('copied').textContent, '');
  }),
);

story('while a question is open the page withholds what would answer it, and the run waits once before it would begin to show', () =>
  opened({ asks: true, calm: false }, async ({ answered, typed, page, player, $, back }) => {
    const withheld = () => $('main').classList.contains('withheld');
    await answered(FIRST);
    equal([withheld(), player.playing], [true, true]);
    player.pause();
    player.seek(7 * SECOND);
    page.paint();
    equal(player.tMicros, 7 * SECOND, 'whoever looks for it by hand may');
    player.play();
    player.seek(6 * SECOND);
    page.paint();
    equal([player.playing, player.tMicros], [false, 5 * SECOND], 'it waits where the answer would begin');
    player.play();
    player.seek(6 * SECOND);
    page.paint();
    equal([player.playing, withheld()], [true, true], 'once: whoever goes on goes on, and still sees no answer');
    player.pause();
    await typed('30');
    await answered('rate=30&seed=1');
    equal([withheld(), $('claims').hidden], [false, true], 'another run is not what was asked about');
    back(OWN);
    await answered('rate=10&seed=1');
    equal([withheld(), $('claims').hidden], [true, false], 'and coming back does not open the question');
    $('claims').querySelector('input').happens('change');
    equal([withheld(), player.playing], [false, true], 'a guess does');
  }),
);

story('while only time goes on the bar of time is painted when it comes to another pixel, and at once whatever else changes', () =>
  opened({}, async ({ answered, page, player, bars }) => {
    await answered(FIRST);
    const pixel = (60 * SECOND) / page.sizeOf(document.getElementById('scrub')).width,
      paints = (pixels, onlyTime) => {
        Object.assign(player, { tMicros: pixels * pixel, onlyTime });
        bars.length = 0;
        page.paint();
        return bars.length;
      };
    paints(10, false);
    equal([10.4, 10.9, 11.1, 11.2, 13, 12.9].map(at => paints(at, true)), [0, 0, 1, 0, 1, 1]);
    equal([13, 13].map(at => paints(at, false)), [1, 1], 'a guess, another size, a leap');
  }),
);

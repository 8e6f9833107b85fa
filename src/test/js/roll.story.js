import { roll, wholePixels } from '../../main/resources/static/js/scene/roll.js';
import { penOf, withCanvases } from './fake-canvases.js';
import { equal, holds, near, story } from './story.js';

const SECOND = 1e6,
  perPixel = SECOND, // a second on a pixel of the page, half of one on a pixel of the device
  box = [10, 5, 300, 20],
  palette = {};

/** Frames of one roll: how each was painted on the picture and on sheets, and what was shown of sheets. */
function frames(owner) {
  return seconds => {
    const { pen, calls } = penOf(palette),
      now = wholePixels(pen, perPixel, seconds * SECOND),
      onPicture = [],
      onSheets = [];
    roll(pen, owner, 'paper', box, { now, settled: now - 9.7 * SECOND, perPixel }, (own, { from, to, left, right, x, now: known }) => {
      (own === pen ? onPicture : onSheets).push([from, to, known].map(t => t / SECOND));
      near(x(from), left, 'begins at its left', 1e-6);
      near(x(to), right, 'ends at its right', 1e-6);
    });
    const images = calls.filter(([name]) => name === 'drawImage').map(([, , ...place]) => place);
    return { onPicture, onSheets, images };
  };
}

story('paper is shown from sheets, all but what may still change, also after a leap', () => {
  withCanvases(() => {
    const frame = frames({}),
      first = frame(1000.3);
    equal(first.onPicture, [[990, 1000, 1000]], 'whole pixels of the device, back to the one that holds what has settled');
    holds(first.onSheets.length >= 4 && first.onSheets.every(([from, to, known]) => to - from === 80 && known === Infinity), 'sheets');
    const next = frame(1001);
    equal([next.onPicture, next.onSheets], [[[991, 1001, 1001]], []], 'no sheet is painted again');
    equal(frame(20).onPicture, [[10, 20, 20]], 'a leap');
    const back = frame(1001);
    equal([back.images, back.onPicture], [next.images, next.onPicture], 'the same picture, whichever way one came to it');
  });
});

story('sheets lie side by side without a gap, on whole pixels, and move with the paper', () => {
  withCanvases(() => {
    const frame = frames({});
    for (const seconds of [1000, 1000.5, 1003, 1040, 1100.5, 1180]) {
      const { images } = frame(seconds),
        parts = images.map(([from, , width, , x, y]) => ({ from, width, x, y })).reverse();
      equal([parts[0].x, parts[0].y], [20, 10], 'from the left edge of the window on');
      parts.forEach((part, i) => {
        holds([part.from, part.width, part.x].every(Number.isInteger) && part.from >= 0 && part.from + part.width <= 160, JSON.stringify(part));
        equal(part.x + part.width, parts[i + 1]?.x ?? 620 - 20, `sheet ${i} at ${seconds}`);
      });
    }
  });
});

story('paper is painted anew in other colours, at another place and for other pixels', () => {
  withCanvases(() => {
    const owner = {},
      paints = (own, place, ratio) => {
        let sheets = 0;
        for (const now of [1000, 1001]) {
          const { pen } = penOf(own, ratio);
          roll(pen, owner, 'paper', place, { now: now * SECOND, settled: 990 * SECOND, perPixel }, on => (sheets += Number(on !== pen)));
        }
        return sheets;
      };
    holds(paints(palette, box, 2) > 0, 'the first time');
    equal(paints(palette, box, 2), 0, 'kept');
    for (const [own, place, ratio] of [[{}, box, 2], [{}, [10, 6, 300, 20], 2], [palette, box, 3]])
      holds(paints(own, place, ratio) > 0, `${place} at ${ratio}`);
  });
});

story('where there are no canvases the paper is painted whole, to the very instant', () => {
  equal(frames({})(1000.3), { onPicture: [[700.3, 1000.3, 1000.3]], onSheets: [], images: [] });
});

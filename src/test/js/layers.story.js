import { growing, layer } from '../../main/resources/static/js/scene/layers.js';
import { penOf, withCanvases } from './fake-canvases.js';
import { equal, story } from './story.js';

const box = [10.3, 5, 20, 10],
  fills = canvas => canvas.calls.filter(([name]) => name === 'fillRect');

story('a part is painted once for a key and shown in every frame, on whole pixels of the device', () => {
  withCanvases(made => {
    const owner = {},
      palette = { ink: 'ink' },
      frame = (key, ratio) => {
        const { pen, calls } = penOf(palette, ratio);
        layer(pen, owner, 'part', box, key, own => own.fill(11, 6, 1, 1, 'ink'));
        return calls.filter(([name]) => name === 'drawImage').map(([, , ...place]) => place);
      };
    equal(frame('a'), [[0, 0, 41, 20, 20, 10, 41, 20]]);
    frame('a');
    equal(fills(made[0]).length, 1, 'kept');
    frame('b');
    equal(fills(made[0]).length, 2, 'another key');
    frame('b', 3);
    equal([made.length, fills(made[1]).length], [2, 1], 'other pixels');
  });
});

story('a part is painted anew in other colours, and for another owner', () => {
  withCanvases(made => {
    const owner = {},
      frame = (of, palette) => layer(penOf(palette).pen, of, 'part', box, '', own => own.fill(0, 0, 1, 1, own.c.ink)),
      light = { ink: 'light' };
    frame(owner, light);
    frame(owner, { ink: 'dark' });
    frame({}, light);
    equal(made.length, 3);
  });
});

story('what grows gets what is new, and begins anew when one goes back', () => {
  withCanvases(made => {
    const owner = {},
      palette = {},
      added = [];
    for (const count of [3, 3, 5, 2])
      growing(penOf(palette).pen, owner, 'part', box, count, (own, from, to) => added.push([from, to]));
    equal(added, [[0, 3], [3, 5], [0, 2]]);
    equal(made[0].calls.filter(([name]) => name === 'clearRect').length, 2, 'the first time and going back');
  });
});

story('only the columns that are asked for are shown', () => {
  withCanvases(() => {
    const { pen, calls } = penOf({});
    layer(pen, {}, 'part', [0, 0, 50, 10], '', () => {}, [20.2, 50]);
    equal(calls.filter(([name]) => name === 'drawImage').map(([, , ...place]) => place), [[40, 0, 60, 20, 40, 0, 60, 20]]);
  });
});

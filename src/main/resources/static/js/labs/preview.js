// A lab runs quietly in the place of its drawing. It stands still for whoever prefers that.
import { decode, MEDIA_TYPE } from '../timeline/decode.js';
import { Player } from '../player/player.js';
import { fit } from '../scene/canvas.js';
import { palette } from '../scene/palette.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const STILL = 0.75; // share of the run at which a picture that stands still has something to tell, as the drawing has it

/** @param {HTMLElement} item with the lab's name, the address of its run, and a canvas */
export async function show(item) {
  const [{ runOf }, { previewLayout, drawPreview }, answer] = await Promise.all([
    import(`./${item.dataset.lab}/run.js`),
    import(`./${item.dataset.lab}/preview.js`),
    fetch(item.dataset.preview, { headers: { Accept: MEDIA_TYPE } }),
  ]);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const run = runOf(decode(await answer.arrayBuffer())),
    canvas = item.querySelector('canvas');
  let colours = palette();
  const player = new Player(({ tMicros }) => {
    const width = item.clientWidth;
    if (!width) return;
    const layout = previewLayout(run, width, colours);
    drawPreview(fit(canvas, width, layout.H), run, layout, tMicros);
    item.classList.add('drawn');
    if (tMicros >= run.durationMicros && !calm.matches) player.play();
  });
  player.lengthMicros = run.durationMicros;
  player.speed = run.pace;
  player.seek(run.durationMicros * STILL);
  if (!calm.matches) player.play();
  new IntersectionObserver(seen => player.show(seen.at(-1).isIntersecting)).observe(canvas);
  new ResizeObserver(() => player.changed()).observe(canvas);
  addEventListener('themechange', () => {
    colours = palette();
    player.changed();
  });
}

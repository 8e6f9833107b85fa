// Each lab runs quietly on the page of today and in the list of labs. A lab whose scene has a preview is shown moving; it stands still for whoever prefers that.
import { decode, MEDIA_TYPE } from './timeline/decode.js';
import { Player } from './player/player.js';
import { fit } from './scene/canvas.js';
import { palette } from './scene/palette.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const STILL = .42;   // share of the run at which a picture that stands still has something to tell

for (const item of document.querySelectorAll('[data-preview]')) {
  show(item).catch(() => item.querySelector('canvas').remove());   // without its picture the link still says where it leads
}

async function show(item) {
  const [{ runOf, previewLayout, drawPreview }, answer] = await Promise.all([
    import(`./labs/${item.dataset.lab}.js`),
    fetch(item.dataset.preview, { headers: { Accept: MEDIA_TYPE } }),
  ]);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const run = runOf(decode(await answer.arrayBuffer())), canvas = item.querySelector('canvas');
  let colours = palette();
  const player = new Player(({ tMicros }) => {
    const width = canvas.clientWidth;
    if (!width) return;
    const layout = previewLayout(run, width, colours);
    drawPreview(fit(canvas, width, layout.H), run, layout, tMicros);
    if (tMicros >= run.durationMicros && !calm.matches) player.play();
  });
  player.lengthMicros = run.durationMicros;
  player.speed = run.pace;
  player.seek(run.durationMicros * (run.still ?? STILL));
  if (!calm.matches) player.play();
  new IntersectionObserver(seen => player.show(seen.at(-1).isIntersecting)).observe(canvas);
  new ResizeObserver(() => player.changed()).observe(canvas);
  addEventListener('themechange', () => { colours = palette(); player.changed(); });
}

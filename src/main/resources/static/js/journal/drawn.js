// Code in colours, formulas and diagrams: each library is fetched when a text needs it, never before. Without this module the
// source stands there.
const CODE = /^language-(.+)$/;
const EXTRA = { dockerfile: 'dockerfile', docker: 'dockerfile', nginx: 'nginx', properties: 'properties', powershell: 'powershell', ps1: 'powershell', http: 'http', groovy: 'groovy', gradle: 'groovy', jenkinsfile: 'groovy', awk: 'awk', apache: 'apache' };
// Letters of a formula in a line that gets a line of its own.
const LONG = 24;
const scripts = new Map();
const diagrams = new WeakMap();

function library(name) {
  if (!scripts.has(name)) {
    scripts.set(name, new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = new URL(`../../lib/${name}.min.js`, import.meta.url).href; // beside this module, under its version
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }));
  }
  return scripts.get(name);
}

const languageOf = code => [...code.classList].map(name => CODE.exec(name)?.[1]).find(Boolean)?.toLowerCase();

/** Draws what stands below an element; what was drawn already stays. */
export async function draw(root = document) {
  const codes = [...root.querySelectorAll('code[class^="language-"]')].filter(code => !code.dataset.drawn);
  await Promise.all(codes.map(code => {
    code.dataset.drawn = '';
    const language = languageOf(code);
    const drawing = language === 'math' ? formula(code) : language === 'mermaid' ? diagram(code) : coloured(code, language);
    // A library that does not come, or a formula that it cannot read: the source is what was there before.
    return drawing.catch(() => code.classList.add('as-source'));
  }));
}

async function coloured(code, language) {
  if (!code.closest('pre')) return;
  await library('highlight');
  if (EXTRA[language] && !hljs.getLanguage(language)) await library(EXTRA[language]);
  if (!hljs.getLanguage(language)) return;
  code.innerHTML = hljs.highlight(code.textContent, { language, ignoreIllegals: true }).value;
}

async function formula(code) {
  await library('katex');
  const block = code.closest('pre');
  const drawn = document.createElement(block ? 'div' : 'span');
  drawn.className = 'formula';
  // MathML alone: browsers draw it with their own fonts, and a reader that cannot see reads it.
  katex.render(code.textContent, drawn, { output: 'mathml', displayMode: Boolean(block), throwOnError: true, trust: false, maxExpand: 500, maxSize: 20 });
  (block ?? code).replaceWith(drawn);
  measure(drawn);
}

// No browser breaks MathML. How wide a formula is, in its own letters, lets paper make it as small as it must be, whatever paper.
function measure(drawn) {
  const ems = drawn.querySelector('mrow').getBoundingClientRect().width / parseFloat(getComputedStyle(drawn).fontSize);
  if (ems) drawn.style.setProperty('--ems', ems.toFixed(1));
  drawn.classList.toggle('long', ems > LONG);
}
// What is folded on the screen opens on paper, and has no width before.
addEventListener('beforeprint', () => document.querySelectorAll('.formula').forEach(measure));

// A diagram's own styles would need a rule that lets every text bring styles. It is drawn in a frame that may do nothing else,
// and shown as a picture.
async function diagram(code) {
  const pre = code.closest('pre');
  if (!pre) return;
  const source = code.textContent;
  const picture = new Image();
  picture.alt = source.trim().split('\n')[0];
  picture.className = 'diagram';
  await show(picture, source);
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'mermaid';
  pre.replaceWith(picture, details);
  details.append(summary, pre);
  diagrams.set(picture, source);
}

async function show(picture, source) {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const { svg, width, height } = await inFrame({ source, theme: dark ? 'dark' : 'neutral' });
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  picture.width = Math.round(width);
  picture.height = Math.round(height);
}

function inFrame(question) {
  return new Promise((done, failed) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.className = 'drawing-room';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.src = '/diagram.html';
    const end = setTimeout(() => finish(failed), 15000);
    function finish(how, value) {
      clearTimeout(end);
      removeEventListener('message', heard);
      frame.remove();
      how(value);
    }
    function heard(event) {
      if (event.source !== frame.contentWindow) return;
      if (event.data === 'ready') frame.contentWindow.postMessage(question, '*');
      else if (event.data?.svg) finish(done, event.data);
      else finish(failed, event.data);
    }
    addEventListener('message', heard);
    document.body.append(frame);
  });
}

addEventListener('themechange', () => document.querySelectorAll('img.diagram').forEach(picture => {
  if (diagrams.has(picture)) show(picture, diagrams.get(picture)).catch(() => {});
}));
draw();

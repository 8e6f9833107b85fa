// A lane's identity beside words, as an SVG: circle, square, diamond, triangle with the letter.
const SVG = 'http://www.w3.org/2000/svg';
/** @type {[string, Object<string, number|string>][]} */
const SHAPES = [
  ['circle', { cx: 10, cy: 10, r: 9 }],
  ['rect', { x: 1.5, y: 1.5, width: 17, height: 17 }],
  ['path', { d: 'M10-.5 20.5 10 10 20.5-.5 10z' }],
  ['path', { d: 'M10-1.5 20.5 18h-21z' }],
];

export function laneTag(index) {
  const [name, shape] = SHAPES[index],
    letter = 'ABCD'[index];
  const svg = element('svg', { class: 'tagsvg', viewBox: '0 0 20 20', 'aria-hidden': 'true' });
  svg.append(
    element(name, { ...shape, class: `lane-${letter.toLowerCase()}` }),
    element('text', { x: 10, y: index === 3 ? 16 : 14 }, letter),
  );
  return svg;
}

function element(name, attributes, text = '') {
  const e = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.textContent = text;
  return e;
}

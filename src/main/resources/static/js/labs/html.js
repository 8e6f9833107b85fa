/** Makes an element: h('td', { class: 'num' }, '12'). Children are texts or elements; nothing is ever parsed as HTML. */
export function h(name, attributes = {}, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== null && value !== false) e.setAttribute(key, value === true ? '' : value);
  e.append(...children.filter(c => c !== undefined && c !== null));
  return e;
}

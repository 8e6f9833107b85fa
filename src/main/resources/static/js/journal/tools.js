// Bold, code, list, link: wraps what is selected, as typing it would, so that the browser's undo takes it back.
function put(field, start, end, text, from, to) {
  field.focus();
  field.setSelectionRange(start, end);
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, start, end);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(start + from, start + to);
}

const around = (field, before, after = before) => {
  const { selectionStart: s, selectionEnd: e, value } = field, chosen = value.slice(s, e);
  put(field, s, e, before + chosen + after, before.length, before.length + chosen.length);
};

const TOOLS = {
  bold: field => around(field, '**'),
  code: field => field.value.slice(field.selectionStart, field.selectionEnd).includes('\n') ? around(field, '```\n', '\n```') : around(field, '`'),
  list: field => {
    const start = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1;
    const lines = field.value.slice(start, field.selectionEnd).split('\n'), all = lines.every(line => line.startsWith('- '));
    const text = lines.map(line => all ? line.slice(2) : `- ${line}`).join('\n');
    put(field, start, field.selectionEnd, text, text.length, text.length);
  },
  link: field => {
    const { selectionStart: s, selectionEnd: e, value } = field, chosen = value.slice(s, e), web = /^https?:\/\/\S+$/.test(chosen);
    if (web) put(field, s, e, `[](${chosen})`, 1, 1);
    else put(field, s, e, `[${chosen}](https://)`, chosen.length + 3, chosen.length + 11);
  },
};

const KEYS = { b: 'bold', e: 'code', k: 'link' };

export function tools(form) {
  form.addEventListener('click', event => {
    const tool = event.target.closest('[data-tool]');
    if (tool) TOOLS[tool.dataset.tool](tool.closest('.body').querySelector('textarea'));
  });
  form.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key] && event.target.matches('.pair textarea')) {
      event.preventDefault();
      TOOLS[KEYS[event.key]](event.target);
    }
  });
}

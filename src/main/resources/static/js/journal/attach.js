// Pictures and files into the text: pasted, dropped or chosen. Each is sent at once and stands in the text when it has arrived; what
// goes wrong is said where it was put, and nothing that was typed is touched.
import { say } from './texts.js';
import { renew } from './token.js';
import { preview } from './preview.js';
import { insert } from './tools.js';
import { markdown, moved, onItsOwnLine } from './placing.js';

const LARGEST = 10 * 1024 * 1024;

/** @param saver saves a day that is not stored yet: only a stored one can have files */
export function attach(form, saver) {
  const chooser = Object.assign(document.createElement('input'), { type: 'file', multiple: true, hidden: true });
  /** @type {(files: File[]) => void} */
  let chosen = () => {};
  form.append(chooser);
  chooser.addEventListener('change', () => { chosen([...(chooser.files ?? [])]); chooser.value = ''; });
  const choose = (many, then) => { chooser.multiple = many; chosen = then; chooser.click(); };

  form.addEventListener('click', event => {
    const button = event.target.closest('[data-attach]'), missing = event.target.closest('.beside a.missing-image');
    if (button) {
      const field = button.closest('.body').querySelector('textarea'), at = field.selectionEnd;
      choose(true, files => into(field, at, files));
    } else if (missing) {
      // Under exactly the path that the text says; the text stays as it is.
      event.preventDefault();
      const path = new URL(missing.href).searchParams.get('path') ?? '', field = missing.closest('.pair').querySelector('textarea');
      choose(false, ([file]) => { if (file) send(field, file, path).then(there => { if (there) preview(form, field, 0); }); });
    }
  });
  form.addEventListener('paste', event => {
    const { files, types } = event.clipboardData;
    // A table from a spreadsheet comes with its picture; its writer wants the words.
    if (!files.length || types.includes('text/plain') || !event.target.matches('.pair textarea')) return;
    event.preventDefault();
    into(event.target, event.target.selectionEnd, [...files].map(named));
  });
  form.addEventListener('dragover', event => {
    if (event.target.matches?.('.pair textarea') && event.dataTransfer.types.includes('Files')) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; }
  });
  form.addEventListener('drop', event => {
    if (!event.target.matches?.('.pair textarea') || !event.dataTransfer.files.length) return;
    event.preventDefault();
    into(event.target, event.target.selectionEnd, [...event.dataTransfer.files]);
  });

  /** Every browser calls what is pasted image.png. */
  const named = file => /^image\.\w+$/.test(file.name) ? new File([file], say('attach.pasted') + file.name.slice(5), { type: file.type }) : file;

  async function into(field, at, files) {
    let before = field.value, typed = false;
    const follow = () => { at = moved(at, before, field.value); before = field.value; typed = true; };
    field.addEventListener('input', follow);
    try {
      for (const file of files) {
        typed = false;
        const there = await send(field, file);
        if (!there) continue;
        const line = markdown(there), { text, start } = onItsOwnLine(field.value, at, line), busy = typed;
        insert(field, at, text);
        at = start + line.length;
        before = field.value;
        if (there.picture) ask(field, there, busy || files.length > 1);
      }
    } finally {
      field.removeEventListener('input', follow);
    }
  }

  /** A line below the text, for what becomes of one file. */
  function row(field) {
    const line = document.createElement('div');
    line.className = 'attaching';
    line.setAttribute('role', 'status');
    field.closest('.pair').after(line);
    return line;
  }

  const button = (words, act) => {
    const one = Object.assign(document.createElement('button'), { type: 'button', textContent: words });
    one.addEventListener('click', act);
    return one;
  };

  /** @returns what was attached; null when it was given up */
  function send(field, file, path = '') {
    const line = row(field);
    return new Promise(done => {
      const end = there => { line.remove(); done(there); };
      const failed = (words, again) => {
        line.classList.add('bad');
        line.replaceChildren(words, ...again ? [button(say('attach.again'), attempt)] : [], button(say('attach.close'), () => end(null)));
      };
      async function attempt() {
        line.classList.remove('bad');
        if (file.size > LARGEST) { failed(say('attach.large', file.name), false); return; }
        const bar = document.createElement('progress');
        line.replaceChildren(say('attach.sending', file.name), bar);
        if (!form.dataset.date) {
          saver.touch();
          await saver.save();
          if (!form.dataset.date) { failed(say(navigator.onLine ? 'attach.unsaved' : 'attach.offline', file.name), true); return; }
        }
        const body = new FormData();
        body.set('_csrf', form.elements._csrf.value);
        if (path) body.set('path', path);
        body.set('file', file, file.name);
        const ask = () => post(`/journal/${form.dataset.date}/files`, body, share => { bar.value = share; }, cancel => line.append(button(say('attach.cancel'), cancel)));
        let answer = await ask();
        if (answer.status === 403 && await renew(form, body)) answer = await ask();
        if (answer.cancelled) end(null);
        else if (answer.status === 201) end(answer.json);
        else if (answer.json?.message) failed(answer.json.message, false);
        else if (answer.status === 413) failed(say('attach.large', file.name), false);
        else failed(say(navigator.onLine ? 'attach.failed' : 'attach.offline', file.name), true);
      }
      attempt();
    });
  }

  /** What the picture shows, right where it was put. Who is typing is not interrupted. */
  function ask(field, there, busy) {
    const line = row(field), label = document.createElement('label'), words = document.createElement('input'), hint = document.createElement('small');
    line.removeAttribute('role');
    label.append(say('attach.alt', there.name), words);
    Object.assign(words, { type: 'text', maxLength: 300, autocomplete: 'off' });
    hint.textContent = say('attach.alt.hint');
    const end = () => {
      const at = field.value.indexOf(markdown(there));
      if (words.value.trim() && at >= 0) insert(field, at, markdown(there, words.value), markdown(there).length);
      if (line.contains(document.activeElement)) field.focus();
      line.remove();
    };
    const skip = () => { words.value = ''; end(); };
    words.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
      event.preventDefault();
      if (event.key === 'Escape') skip(); else end();
    });
    line.append(label, button(say('attach.skip'), skip), hint);
    if (!busy) words.focus();
  }
}

/** As fetch, which tells nothing of how far a body has come. @returns {Promise<{status: number, json?: any, cancelled?: boolean}>} */
function post(address, body, came, stop) {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) came(event.loaded / event.total); });
    request.addEventListener('loadend', () => {
      let json;
      try { json = JSON.parse(request.responseText); } catch { /* a page, or nothing */ }
      done({ status: request.status, json });
    });
    request.addEventListener('abort', () => done({ status: 0, cancelled: true }));
    stop(() => request.abort());
    request.send(body);
  });
}

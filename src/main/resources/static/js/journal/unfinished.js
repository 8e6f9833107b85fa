// Takes what an earlier day left open into the form without sending it. Without this module the server writes it into the form.
const offer = document.getElementById('unfinished');
const todo = /** @type {any} */ (document.getElementById('scrum.todo'));

function write(field, text, glue) {
  field.value = field.value.trim() ? `${field.value.trimEnd()}${glue}${text}` : text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** In the marks of the list that stands there. */
function marker() {
  const marks = todo.value.match(/^[-*+](?= )/gm);
  return marks ? marks[marks.length - 1] : '-';
}

function take(button) {
  write(todo, `${marker()} [ ] ${button.dataset.task}`, '\n');
  document.getElementById('said').textContent = button.dataset.taken;
  button.closest('li').remove();
}

offer?.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  event.preventDefault();
  const next = button.closest('li')?.nextElementSibling?.querySelector('button');
  if (button.value === 'bring-all') offer.querySelectorAll('[data-task]').forEach(take);
  else if (button.value === 'bring-retrospective') {
    write(document.getElementById('scrum.yesterdayRetrospective'), button.previousElementSibling.textContent, '\n');
    button.closest('.retro-of').remove();
  } else take(button);
  const left = offer.querySelectorAll('[data-task]').length;
  if (!left) offer.querySelectorAll(':scope > :is(h3, ul, .all)').forEach(part => part.remove());
  else if (left === 1) offer.querySelector('.all')?.remove();
  (next?.isConnected ? next : todo).focus();
  if (!offer.querySelector('button')) offer.remove();
});

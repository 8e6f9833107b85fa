// The heading is the date's field: pressing it opens the calendar, and it says the day that stands there.
import { dates } from './texts.js';

const date = document.getElementById('date'), longDate = document.getElementById('long-date');
date.addEventListener('click', () => { try { date.showPicker(); } catch { /* The field itself is shown and can be typed into. */ } });
date.addEventListener('change', () => {
  const day = date.valueAsDate;
  date.closest('.when').classList.toggle('bad', !day);
  // A line breaks before "2 October", not in it.
  if (day) longDate.textContent = dates({ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(day).replace(/(\d) (?=[a-z])/i, '$1\u00a0');
});

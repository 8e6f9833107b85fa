// The first module of a lab's page asks for the run that the page opens with, beside the code that will draw it.
import { askAhead, COLUMNS, FIGURES } from './ahead.js';

const { content: api, dataset } = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="run"]'));

if (dataset.query === undefined) askAhead(`${api}/timeline?${location.search.slice(1)}`, COLUMNS);
else {
  askAhead(`${api}/timeline?${dataset.query}`, COLUMNS);
  askAhead(`${api}/run?${dataset.query}`, FIGURES); // a step of a story has no figures of this run in its page
}

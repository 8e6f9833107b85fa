// Tells in the table of contents where one is reading, and forgets the draft of a day that has been saved.
import { arrived } from './draft.js';
import { targetOf } from '../keys.js';

arrived(true);
const links = [...document.querySelectorAll('.toc a')];
const targets = links.map(link => targetOf(link.hash)).filter(Boolean);
const seen = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    for (const link of links) link.classList.toggle('on', targetOf(link.hash) === entry.target);
  }
}, { rootMargin: '-8% 0px -72% 0px' });
targets.forEach(target => seen.observe(target));

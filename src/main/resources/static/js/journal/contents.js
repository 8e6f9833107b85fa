// Tells in the table of contents where one is reading, and forgets the draft of a day that has been saved.
import { arrived } from './draft.js';

arrived(true);
const links = [...document.querySelectorAll('.toc a')];
const targets = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1)))).filter(Boolean);
const seen = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    for (const link of links) link.classList.toggle('on', decodeURIComponent(link.hash.slice(1)) === entry.target.id);
  }
}, { rootMargin: '-8% 0px -72% 0px' });
targets.forEach(target => seen.observe(target));

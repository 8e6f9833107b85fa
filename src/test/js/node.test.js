// node --test src/test/js/node.test.js
import { test } from 'node:test';
import { all } from './stories.js';

for (const { name, tell } of all()) test(name, tell);

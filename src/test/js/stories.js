// Every story.
import './decode.story.js';
import './query.story.js';
import './indexing.story.js';
import './draw.story.js';
import './failover.story.js';
import './auto-scaling.story.js';
import './layers.story.js';
import './roll.story.js';
import './stage.story.js';
import './masked.story.js';
import './signs.story.js';
import './touching.story.js';
import './claims.story.js';
import './guesses.story.js';
import './first-view.story.js';
import './draft.story.js';
import './placing.story.js';
import './saver.story.js';
import './conditions.story.js';
import './run-page.story.js';
import './warm-up.story.js';
import './queueing.story.js';
import './change.story.js';
import './long-run.story.js';
import './other-seeds.story.js';
import { all } from './story.js';

export { all };

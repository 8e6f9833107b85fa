// The stage of the lab: who decides, his targets, the requests between them, and where they end.
import { Stage } from '../../scene/stage.js';
import { balancer, ways } from './balancer.js';
import { imbalance } from './figures.js';
import { name } from './head.js';
import { frame } from './layout.js';
import { errors, times } from './outcomes.js';
import { rails, requests } from './requests.js';
import { notes, sees, targets, use } from './targets.js';

export const stage = new Stage(frame, [
  name,
  imbalance,
  ways,
  rails,
  sees,
  targets,
  use,
  requests,
  notes,
  balancer,
  times,
  errors,
]);

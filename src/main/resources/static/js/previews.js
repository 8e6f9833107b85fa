// Labs in small in the list of labs.
import { whenSeen } from './seen.js';

whenSeen('[data-preview]', item => import('./labs/preview.js').then(({ show }) => show(item)));

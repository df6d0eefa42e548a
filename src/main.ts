/** Entry of `npm start`. */
import './require-node.ts';

// Imported only now: an older Node could not even load it.
const { serve } = await import('./serve.ts');
await serve();

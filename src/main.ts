/** Entry of `npm start`. */
import './require-node.ts';
import './compile-cache.ts';

// Imported only now: an older Node could not even load it, and the cache is at work from here on.
const { serve } = await import('./serve.ts');
await serve();

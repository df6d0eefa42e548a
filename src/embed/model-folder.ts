/** Where models of the hub are kept, once they were downloaded. */
import { join } from 'node:path';

export function modelFolder(dataDir: string): string {
  return join(dataDir, 'models');
}

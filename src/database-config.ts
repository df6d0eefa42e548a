/** The database of state and index, from the settings. */
import type { Settings } from './settings.ts';

export interface DatabaseConfig {
  /** Address of the PostgreSQL database that holds state and index; null: files in `dataDir` do. */
  readonly databaseUrl: string | null;
  /** Connections to it at most. */
  readonly databasePoolSize: number;
}

export function databaseOf(settings: Settings): DatabaseConfig {
  return { databaseUrl: settings.DATABASE_URL || null, databasePoolSize: settings.DATABASE_POOL_SIZE };
}

/** The password of an address as it is written there and as it is meant: an error may show it without the address. */
export function passwordsIn(address: string): string[] {
  if (address === '') return [];
  const { password, searchParams } = new URL(address);
  const asParameter = searchParams.get('password') ?? '';
  try {
    return [password, decodeURIComponent(password), asParameter];
  } catch {
    return [password, asParameter];
  }
}

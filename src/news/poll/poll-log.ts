/** What polling needs of a logger; pino's fits. */

export interface PollLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
}

/** The name of the thread in which a question is answered. */
import { cleanForeign } from './render/escape-foreign.ts';
import { takePiece } from './render/take-piece.ts';

/** Discord's limit («Start Thread from Message»). */
const NAME_LIMIT = 100;

/** Names show no markup and ping nobody; what cannot be seen is left out. At least one character. */
export function threadName(question: string): string {
  const name = cleanForeign(question, 'join');
  if (name === '') return 'Casebook';
  if (name.length <= NAME_LIMIT) return name;
  return `${takePiece(name, NAME_LIMIT - 1, (piece) => piece.length)[0]}…`;
}

/** An answer as text to be copied: in a block of code, where Discord interprets nothing, or as a file. */
import type { Answer } from '../../../core/answer.ts';
import { citationText } from '../../../core/citation-text.ts';
import { CONTENT_LIMIT, type DiscordMessage, textFile } from './discord-message.ts';
import { DISCORD_PHRASES } from './discord-phrases.ts';

const FENCE = '```';

/** The block of code has the text as it is: what would end the block, or has no room in it, is in a file instead. */
export function renderCitation(answer: Answer): DiscordMessage {
  const phrases = DISCORD_PHRASES[answer.lang];
  const text = citationText(answer, answer.lang).toWellFormed();
  const content = `${FENCE}\n${text}\n${FENCE}`;
  const plain = { embeds: [], components: [] };
  if (content.length <= CONTENT_LIMIT && !text.includes(FENCE)) return { ...plain, content };
  const file = textFile(phrases.citationFile, 'text/plain', text);
  return { ...plain, content: phrases.citationInFile, file };
}

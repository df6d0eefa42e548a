/** The words of the page on the server, for what is there before a script runs, and for whoever shares an address. */
import type { AnswerLang } from '../../core/answer.ts';
import { messages as en } from './public/messages-en.js';
import { messages as fr, type Messages } from './public/messages-fr.js';
import { messages as zh } from './public/messages-zh.js';

export const PAGE_WORDS: Record<AnswerLang, Messages> = { fr, en, zh };

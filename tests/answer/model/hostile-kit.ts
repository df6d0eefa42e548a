/** An invented affair in three languages, behind the real lexicon and verifier, for models that misbehave. */
import type { SourceDocument } from '../../../src/core/source.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { makeDocument } from '../../support/corpus-kit.ts';

export const hostileLexicon = loadLexicon();

const FERRY = { caseIds: ['h'] };

export const FERRY_DOCUMENTS: readonly SourceDocument[] = [
  makeDocument({
    ...FERRY,
    id: 'statement',
    title: 'Malta on the ferry outage',
    text: 'The government of Malta accused Iceland on 14 March 2031 of breaking into the computers of the ferry company. It said that this was likely, not certain. The intrusion began on 3 February 2031. Some 12,000 passengers waited for nine hours.',
  }),
  makeDocument({
    ...FERRY,
    id: 'embassy',
    lang: 'fr',
    title: 'Réponse de l’ambassade',
    text: 'L’ambassade d’Islande à La Valette dément toute implication dans le piratage des ferries. Elle juge l’accusation sans fondement. Reykjavik demande à voir les preuves.',
  }),
  makeDocument({
    ...FERRY,
    id: 'police',
    lang: 'zh',
    title: '挪威警方通报',
    text: '挪威警方表示，一名冰岛程序员因渡轮公司遭黑客入侵一案被起诉。警方说，他尚未受审。',
  }),
  makeDocument({
    ...FERRY,
    id: 'vendor',
    title: 'A security firm on the ferry outage',
    text: 'The security firm Lume said it had found no sign that a state was behind the intrusion at the ferry company. Its report runs to 41 pages.',
  }),
];
export const FERRY_QUESTION = 'Whom does Malta accuse of breaking into the computers of the ferry company?';

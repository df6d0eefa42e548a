/** What Casebook says around excerpts, in the languages it speaks. */
import type { AnswerLang, NoticeCode } from '../core/answer.ts';

export interface Phrases {
  /** Before an excerpt: who published it, and when known whose words it reports. */
  readonly lead: (publication: string, speaker: string | null) => string;
  /** Before our digest in another language than the question's. */
  readonly digestLead: (language: string) => string;
  /** After a publication whose text is in another language than the question's. */
  readonly inLanguage: (publication: string, language: string) => string;
  /** A question that finds the accusation of a case. */
  readonly caseQuestion: (title: string) => string;
  readonly notices: Readonly<Record<NoticeCode, string>>;
}

export const PHRASES: Readonly<Record<AnswerLang, Phrases>> = {
  fr: {
    lead: (publication, speaker) =>
      speaker === null ? `${publication} : ` : `${publication}, citant ${speaker} : `,
    digestLead: (language) => `Résumé de Casebook (en ${language}) : `,
    inLanguage: (publication, language) => `${publication} (en ${language})`,
    caseQuestion: (title) => `Qui accuse qui dans l’affaire « ${title} » ?`,
    notices: {
      'no-denial-found':
        'Aucune réponse de la partie mise en cause n’a été trouvée dans les sources de cette affaire.',
      'one-side-only': 'Une seule des parties s’exprime dans les sources trouvées.',
      'model-unavailable':
        'Le modèle de langue ne répond pas : voici les phrases des sources, telles quelles.',
      'model-unsupported':
        'La réponse du modèle ne citait pas ses sources : voici les phrases des sources, telles quelles.',
      'reports-claims': 'Casebook rapporte ce que chaque partie affirme ; il ne tranche pas.',
      'corpus-empty': 'Le corpus est vide : ajoutez-y des documents avec « npm run ingest ».',
    },
  },
  en: {
    lead: (publication, speaker) =>
      speaker === null ? `${publication}: ` : `${publication}, quoting ${speaker}: `,
    digestLead: (language) => `Casebook’s digest (in ${language}): `,
    inLanguage: (publication, language) => `${publication} (in ${language})`,
    caseQuestion: (title) => `Who accuses whom in the case “${title}”?`,
    notices: {
      'no-denial-found': 'No reply from the accused side was found in the sources of this case.',
      'one-side-only': 'Only one of the sides speaks in the sources that were found.',
      'model-unavailable':
        'The language model does not answer: these are sentences of the sources, as they stand.',
      'model-unsupported':
        'The model’s answer did not cite its sources: these are sentences of the sources, as they stand.',
      'reports-claims': 'Casebook reports what each side says; it gives no verdict.',
      'corpus-empty': 'The corpus is empty: add documents with “npm run ingest”.',
    },
  },
  zh: {
    lead: (publication, speaker) =>
      speaker === null ? `${publication}：` : `${publication}，援引 ${speaker}：`,
    digestLead: (language) => `Casebook 摘要（${language}）：`,
    inLanguage: (publication, language) => `${publication}（${language}）`,
    caseQuestion: (title) => `在“${title}”一案中，谁指控谁？`,
    notices: {
      'no-denial-found': '在本案的来源中未找到被指控方的回应。',
      'one-side-only': '所找到的来源中只有一方的说法。',
      'model-unavailable': '语言模型没有响应：以下为来源中的原句。',
      'model-unsupported': '模型的回答没有注明来源：以下为来源中的原句。',
      'reports-claims': 'Casebook 转述各方的说法，不作裁断。',
      'corpus-empty': '语料库为空：请用“npm run ingest”添加文档。',
    },
  },
};

/** The name of a language in another, in lower case: «français», "French". */
export function languageName(code: string, inLang: AnswerLang): string {
  const name = new Intl.DisplayNames([inLang], { type: 'language' }).of(code) ?? code;
  return name;
}

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
  /** A question that finds the reply of a case's accused. */
  readonly replyQuestion: (title: string) => string;
  /** What anybody might ask: finds cases to ask about. */
  readonly anyQuestion: string;
  readonly notices: Readonly<Record<NoticeCode, string>>;
}

export const PHRASES: Readonly<Record<AnswerLang, Phrases>> = {
  fr: {
    lead: (publication, speaker) =>
      speaker === null ? `${publication} : ` : `${publication}, citant ${speaker} : `,
    digestLead: (language) => `Résumé de Casebook (en ${language}) : `,
    inLanguage: (publication, language) => `${publication} (en ${language})`,
    caseQuestion: (title) => `Qui accuse qui dans l’affaire « ${title} » ?`,
    anyQuestion: 'gouvernement accuse cyberattaque espionnage ministère démenti',
    replyQuestion: (title) => `Quelle est la réponse aux accusations dans l’affaire « ${title} » ?`,
    notices: {
      'no-denial-found':
        'Aucune réponse de la partie mise en cause n’a été trouvée dans les sources de cette affaire.',
      'one-side-only': 'Une seule des parties s’exprime dans les sources trouvées.',
      'model-unavailable':
        'Le modèle de langue ne répond pas : voici les phrases des sources, telles quelles.',
      'model-unsupported':
        'Les sources n’étayaient pas la réponse du modèle : voici leurs phrases, telles quelles.',
      'reports-claims': 'Casebook rapporte ce que chaque partie affirme ; il ne tranche pas.',
      'corpus-empty': 'Le corpus est vide : ajoutez-y des documents avec « npm run ingest ».',
      'understood-as': 'Question comprise d’après la conversation :',
      'one-wire': 'Toutes les sources citées reprennent la dépêche d’une même agence',
      'attributions-differ': 'Les attributions divergent : chacune est donnée avec son auteur.',
      'source-corrected': 'Une source citée a été corrigée depuis sa parution.',
      'source-withdrawn': 'Une source citée a été retirée par son éditeur.',
      'source-unreviewed':
        'Au moins une source citée a été ajoutée au corpus automatiquement, sans relecture.',
      'model-over-budget':
        'Le budget du modèle de langue est épuisé : voici les phrases des sources, telles quelles.',
    },
  },
  en: {
    lead: (publication, speaker) =>
      speaker === null ? `${publication}: ` : `${publication}, quoting ${speaker}: `,
    digestLead: (language) => `Casebook’s digest (in ${language}): `,
    inLanguage: (publication, language) => `${publication} (in ${language})`,
    caseQuestion: (title) => `Who accuses whom in the case “${title}”?`,
    anyQuestion: 'government accuses cyberattack espionage ministry denial',
    replyQuestion: (title) => `What was the reply to the accusations in the case “${title}”?`,
    notices: {
      'no-denial-found': 'No reply from the accused side was found in the sources of this case.',
      'one-side-only': 'Only one of the sides speaks in the sources that were found.',
      'model-unavailable':
        'The language model does not answer: these are sentences of the sources, as they stand.',
      'model-unsupported':
        'The sources did not bear out the model’s answer: these are their own sentences, as they stand.',
      'reports-claims': 'Casebook reports what each side says; it gives no verdict.',
      'corpus-empty': 'The corpus is empty: add documents with “npm run ingest”.',
      'understood-as': 'Question as understood from the conversation:',
      'one-wire': 'All sources cited pass on the report of one agency',
      'attributions-differ': 'The attributions differ: each is given with its author.',
      'source-corrected': 'A cited source has been corrected since it appeared.',
      'source-withdrawn': 'A cited source has been withdrawn by its publisher.',
      'source-unreviewed':
        'At least one cited source was added to the corpus automatically and has not been reviewed.',
      'model-over-budget':
        'The language model’s budget is used up: these are sentences of the sources, as they stand.',
    },
  },
  zh: {
    lead: (publication, speaker) =>
      speaker === null ? `${publication}：` : `${publication}，援引 ${speaker}：`,
    digestLead: (language) => `Casebook 摘要（${language}）：`,
    inLanguage: (publication, language) => `${publication}（${language}）`,
    caseQuestion: (title) => `在“${title}”一案中，谁指控谁？`,
    anyQuestion: '政府指控网络攻击间谍活动外交部否认',
    replyQuestion: (title) => `在“${title}”一案中，被指控方如何回应？`,
    notices: {
      'no-denial-found': '在本案的来源中未找到被指控方的回应。',
      'one-side-only': '所找到的来源中只有一方的说法。',
      'model-unavailable': '语言模型没有响应：以下为来源中的原句。',
      'model-unsupported': '来源未能支持模型的回答：以下为来源中的原句。',
      'reports-claims': 'Casebook 转述各方的说法，不作裁断。',
      'corpus-empty': '语料库为空：请用“npm run ingest”添加文档。',
      'understood-as': '根据对话理解的问题：',
      'one-wire': '所引来源均转载同一通讯社的报道',
      'attributions-differ': '各方的归因不一致：逐一列出，并注明由谁提出。',
      'source-corrected': '有一个引用来源在发布后作过更正。',
      'source-withdrawn': '有一个引用来源已被发布者撤回。',
      'source-unreviewed': '至少有一个引用来源是自动加入语料库的，尚未经人工审阅。',
      'model-over-budget': '语言模型的额度已用完：以下为来源中的原句。',
    },
  },
};

/** The name of a language in another, in lower case: «français», "French". */
export function languageName(code: string, inLang: AnswerLang): string {
  const name = new Intl.DisplayNames([inLang], { type: 'language' }).of(code) ?? code;
  return name;
}

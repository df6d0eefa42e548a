/** What a reader is told when the model did not do its part. */
import type { Answer, AnswerLang, Notice } from '../../core/answer.ts';
import type { ModelFailure } from '../../core/model-failure.ts';
import { PHRASES } from '../phrases.ts';

type FailureCode = 'model-unavailable' | 'model-unsupported' | 'model-over-budget';

const CUT_SHORT: Readonly<Record<AnswerLang, string>> = {
  fr: 'Le modèle de langue s’est interrompu : la réponse est peut-être incomplète.',
  en: 'The language model broke off: the answer may be incomplete.',
  zh: '语言模型中途中断：回答可能不完整。',
};
/** Where the extractive search, which stepped in, found nothing either. */
const NOTHING_FOUND: Readonly<Record<FailureCode, Readonly<Record<AnswerLang, string>>>> = {
  'model-unavailable': {
    fr: 'Le modèle de langue ne répond pas, et la recherche seule n’a rien trouvé qui réponde.',
    en: 'The language model does not answer, and the search alone found nothing that does.',
    zh: '语言模型没有响应，仅凭检索也未找到答案。',
  },
  'model-unsupported': {
    fr: 'Les sources n’étayaient pas la réponse du modèle, et la recherche seule n’a rien trouvé qui réponde.',
    en: 'The sources did not bear out the model’s answer, and the search alone found nothing that answers.',
    zh: '来源未能支持模型的回答，仅凭检索也未找到答案。',
  },
  'model-over-budget': {
    fr: 'Le budget du modèle de langue est épuisé, et la recherche seule n’a rien trouvé qui réponde.',
    en: 'The language model’s budget is used up, and the search alone found nothing that answers.',
    zh: '语言模型的额度已用完，仅凭检索也未找到答案。',
  },
};

/** The extractive answer in the model's place, with the notice that says so. */
export function inPlaceOfModel(answer: Answer, failure: ModelFailure): Answer {
  const code = codeOf(failure);
  const text =
    answer.status === 'answered' ? PHRASES[answer.lang].notices[code] : NOTHING_FOUND[code][answer.lang];
  return { ...answer, notices: [{ code, text }, ...answer.notices] };
}

function codeOf({ kind }: ModelFailure): FailureCode {
  if (kind === 'unsupported') return 'model-unsupported';
  return kind === 'over-budget' ? 'model-over-budget' : 'model-unavailable';
}

/** For an answer whose sentences stand, although more were to come. */
export function cutShortNotice(lang: AnswerLang): Notice {
  return { code: 'model-unavailable', text: CUT_SHORT[lang] };
}

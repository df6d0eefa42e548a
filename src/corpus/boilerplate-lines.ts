/** Rules that tell a line of the page around an article from a line of the article. */
import { fold } from '../lexicon/fold.ts';
import {
  ADVERTISING,
  AGE_AND_LENGTH,
  AGE_AND_LENGTH_KEYS,
  COMMENT_FIELDS,
  COMMENT_FORM,
  CONSENT,
  NAVIGATION,
  SHARE_TARGETS,
  SHARE_VERBS,
} from './boilerplate-phrases.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';

export type BoilerplateRule =
  | 'advertising'
  | 'share-bar'
  | 'navigation'
  | 'comment-form'
  | 'consent'
  | 'age-or-length'
  | 'copyright';

const folded = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map(fold));
const advertising = createPhraseMatcher(ADVERTISING);
const share = createPhraseMatcher([...SHARE_VERBS, ...SHARE_TARGETS]);
const shareVerbs = folded(SHARE_VERBS);
const navigation = createPhraseMatcher(NAVIGATION);
const comments = createPhraseMatcher(COMMENT_FORM);
const commentFields = folded(COMMENT_FIELDS);
const consent = createPhraseMatcher(CONSENT);
const age = createPhraseMatcher(AGE_AND_LENGTH);
const ageKeys = folded(AGE_AND_LENGTH_KEYS);

/** A label of advertisement with the network's name, as a line's last words: «Publicité par Exemplad». */
export const AD_CREDIT =
  /(?:^|\s)(?:Publicité|Annonce|Ads?|Advertisement|Sponsored) (?:par|by) \p{Lu}[\p{L}\p{N}.-]*(?: \p{Lu}[\p{L}\p{N}.-]*){0,2}$/u;
/** Three words in capitals: shouting, which a headline seldom and a sentence never does. */
const SHOUTING = /(?:\p{Lu}[\p{Lu}\p{N}'’-]*\s+){2,}\p{Lu}{3}/u;
/** What only a seller writes. */
const SELLING =
  /[®™]|[-–]\s?\d{1,2}\s?%|\d{1,2}\s?% (?:off|de réduction|de remise)|\b(?:click here|cliquez ici|buy now|order now|achetez|commandez)\b/iu;
/** A pointer to another article: the words, a colon, that article's title, and no sentence after it. */
const SEE_ALSO =
  /^[>»→▶•\s]*(?:(?:à )?(?:lire|voir|écouter) (?:aussi|également)|à lire|sur le même sujet|lire la suite|(?:read|see|watch) (?:also|more)|also read|related(?: articles?| stories)?|more on this story|延伸阅读|相关阅读|相关新闻|相关报道|相关文章|推荐阅读)\s*[:：|>»→]\s*[^.。]{0,180}[^\s.。]?$/iu;
const BANNER_VISITOR = /\b(?:you|your|vous|votre|vos|expérience|experience)\b|您|你/iu;
/** A consent banner or newsletter box: it begins with its subject and speaks to the visitor. */
const BANNER =
  /^(?:(?:nous utilisons|ce site (?:web )?utilise|notre site utilise) des cookies|(?:we use|this (?:web)?site uses|our (?:web)?site uses) cookies|(?:en poursuivant votre|by continuing to (?:use|browse)) |(?:inscrivez|abonnez)-vous (?:gratuitement )?à (?:notre|la|nos) (?:newsletter|infolettre|lettre)|(?:sign up (?:for|to)|subscribe to) our (?:\p{L}+ )?newsletter|(?:本网站|本站|我们)使用\s?cookies?)/iu;
const COPYRIGHT =
  /^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})|tous droits réservés|tous droits de reproduction|all rights reserved|版权所有|（?责任编辑|\(责任编辑)/iu;
const ENDS_SENTENCE = /[.!?…。！？][»”"')\]]*$/u;

/**
 * The rule by which a line belongs to the page and not to the article, or null.
 *
 * @param line one trimmed line.
 * @param atEdge whether the line is among the first or last of the text, where rules with less evidence may apply.
 */
export function boilerplateRule(line: string, atEdge: boolean): BoilerplateRule | null {
  if (advertising(line) !== null || isAdBlock(line)) return 'advertising';
  if (share(line)?.some((phrase) => shareVerbs.has(phrase))) return 'share-bar';
  if (navigation(line) !== null || (line.length <= 220 && SEE_ALSO.test(line))) return 'navigation';
  const form = comments(line);
  // «Commentaire» alone may be a heading; «1 Comment» or «Nom * E-mail *» may not.
  if (form !== null && (form.length > 1 || /\d/.test(line) || !commentFields.has(form[0] ?? '')))
    return 'comment-form';
  if (consent(line) !== null) return 'consent';
  if (line.length <= 400 && BANNER.test(line) && BANNER_VISITOR.test(line)) return 'consent';
  if (age(line)?.some((phrase) => ageKeys.has(phrase)) && /\d|\bun|\ba\b|刚刚|now|instant/iu.test(line))
    return 'age-or-length';
  if (atEdge && line.length <= 150 && COPYRIGHT.test(line)) return 'copyright';
  return null;
}

/** A line that sells: shouted or with marks of trade, and with the label of an ad or without any sentence. */
function isAdBlock(line: string): boolean {
  if (line.length > 300 || ENDS_SENTENCE.test(line)) return false;
  const before = line.replace(AD_CREDIT, '').trim();
  if (before !== line) return before === '' || SHOUTING.test(before) || SELLING.test(before);
  return line === line.toUpperCase() && SHOUTING.test(line) && SELLING.test(line);
}

/** Why what was found on a page is no article: an error page, a login, a check for robots, a list of links. */

export interface FoundPage {
  /** The title as the page states it. */
  readonly title: string;
  /** The text as it would be stored. */
  readonly text: string;
  readonly linkShare: number;
  /** False when the page says that its text is for subscribers. */
  readonly free: boolean;
  readonly asksPassword: boolean;
}

const SAVE = 'save the article as text and ingest that';
/** Letters that even a short statement has; signs of Chinese, Japanese and Korean count for three. */
const LEAST_LETTERS = 120;
/** Letters up to which a page that is for subscribers, or looks like an error, holds no more than a few words. */
const SHORT = 1_200;
/** A list of links is more than half links. */
const MOSTLY_LINKS = 0.5;

const ERROR_PAGE =
  /\b(?:404|410|not found|page (?:does not|doesn[’']t) exist|no longer available|server error|service unavailable)\b|introuvable|n[’']existe (?:pas|plus)|erreur (?:404|500)|页面不存在|找不到(?:该|您|此)?(?:访问的)?(?:页面|网页)|頁面不存在|访问的页面|已(?:被)?删除/iu;
const ROBOT_CHECK =
  /just a moment|attention required|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|not a robot|access denied|enable javascript|unusual traffic|security check|vérification de sécurité|vous n[’']êtes pas un robot|activer javascript|accès refusé|安全验证|人机验证|访问被拒绝|请开启\s?javascript/iu;
const LOGIN =
  /\b(?:log ?in|sign ?in|subscribe|subscribers? only|subscription)\b|se connecter|connectez-vous|identifiez-vous|abonnez-vous|réservé aux abonnés|déjà abonné|登录|登錄|订阅|会员专享/iu;

/** The reason, one line that says what to do; null when it is an article. */
export function whyNoArticle({ title, text, linkShare, free, asksPassword }: FoundPage): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const weight = letters + 2 * han;
  const short = weight < SHORT;
  const words = `${title}\n${short ? text : ''}`;
  if (short && ERROR_PAGE.test(title)) return 'the site shows an error page: check the address';
  if (short && ROBOT_CHECK.test(words)) return `the site wants to see a person’s browser: ${SAVE}`;
  if (short && !free) return `the site shows its subscribers’ article in part only: ${SAVE}`;
  if (weight < LEAST_LETTERS && (asksPassword || LOGIN.test(words)))
    return `the site asks for a login: ${SAVE}`;
  if (weight < LEAST_LETTERS && ERROR_PAGE.test(text))
    return 'the site shows an error page: check the address';
  if (weight < LEAST_LETTERS) return `no article is found on the page: if it has one, ${SAVE}`;
  if (linkShare > MOSTLY_LINKS) return 'the page is a list of links: give the address of one article';
  return null;
}

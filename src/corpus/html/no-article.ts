/** Why what was found on a page is no article: an error page, a login, a check for robots, a list of links. */

export interface FoundPage {
  /** The title as the page states it. */
  readonly title: string;
  /** The text as it would be stored. */
  readonly text: string;
  /** The text as it was found, with what cleaning takes out. */
  readonly raw: string;
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

/** What stands where the rest of an article would. */
const PART_ONLY =
  /il (?:vous )?reste \d+(?:[.,]\d+)?\s?% (?:de (?:cet|l’|l')\s?article|à lire)|(?:article|suite|contenu|lecture)[^.\n]{0,30} (?:est |sont )?réservée?s? (?:à nos |aux )abonn|abonnez-vous pour (?:lire|continuer|accéder)|(?:to|and) (?:continue|keep) reading|(?:subscribe|sign up|log in|register) (?:now )?to (?:read|continue|unlock|keep)|(?:this (?:article|content|story) is|available) (?:only )?(?:for|to) (?:our )?(?:paying )?subscribers|(?:订阅|登录|付费|购买)后?(?:即可|可|方可|才能|以)?(?:继续)?(?:阅读|查看)|付费(?:内容|文章)|剩余\d+%?/iu;
/** Words of a notice that asks for consent; an article about such notices has other words between them. */
const CONSENT_WORDS =
  /cookies?\b|partenaires?|partners?\b|consent\w*|données personnelles|personal data|legitimate interests?|intérêts? légitimes?|finalités|privacy|confidentialité|vie privée|隐私|同意/giu;
const CONSENT_LEAST = 4;
/** Letters for one such word at most. */
const CONSENT_EVERY = 100;
/** Characters of such a notice at most. */
const LONGEST_NOTICE = 6_000;

function isConsentNotice(text: string): boolean {
  const words = text.match(CONSENT_WORDS)?.length ?? 0;
  return words >= CONSENT_LEAST && words * CONSENT_EVERY >= text.length && /cookie|consent|隐私/iu.test(text);
}

/** The reason, one line that says what to do; null when it is an article. */
export function whyNoArticle({ title, text, raw, linkShare, free, asksPassword }: FoundPage): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const weight = letters + 2 * han;
  const short = weight < SHORT;
  const words = `${title}\n${short ? text : ''}`;
  if (short && ERROR_PAGE.test(title)) return 'the site shows an error page: check the address';
  if (short && ROBOT_CHECK.test(words)) return `the site wants to see a person’s browser: ${SAVE}`;
  if (short && (!free || PART_ONLY.test(raw)))
    return `the site shows its subscribers’ article in part only: ${SAVE}`;
  if (raw.length <= LONGEST_NOTICE && isConsentNotice(raw))
    return `the site shows its notice about cookies: ${SAVE}`;
  if (weight < LEAST_LETTERS && (asksPassword || LOGIN.test(words)))
    return `the site asks for a login: ${SAVE}`;
  if (weight < LEAST_LETTERS && ERROR_PAGE.test(text))
    return 'the site shows an error page: check the address';
  if (weight < LEAST_LETTERS) return `no article is found on the page: if it has one, ${SAVE}`;
  if (linkShare > MOSTLY_LINKS) return 'the page is a list of links: give the address of one article';
  return null;
}

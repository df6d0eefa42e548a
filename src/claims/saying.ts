/** The subject of a sentence's first verb of saying or thinking: «X juge que …», "X said …". */
import { insideQuotation } from './acts.ts';
import { evenFold } from './even-fold.ts';
import type { Stretch } from './speakers.ts';

const HAVE = String.raw`(?:a|ont|avait|avaient|aurait|s'est|se sont)\s(?:\p{L}+ment\s|aussi\s|deja\s|egalement\s|ensuite\s|de nouveau\s)?`;
const SAYING: Readonly<Record<string, RegExp>> = {
  fr: new RegExp(
    [
      String.raw`\b${HAVE}(?:declare|dit|indique|juge|estime|affirme|assure|soutenu|maintenu|precise|ajoute|annonce|confirme|revele|explique|souligne|conclu|ecrit|rapporte|averti|prevenu|repondu|replique|retorque|reagi|denonce|condamne|decrit|qualifie|presente|considere|note|fait savoir|fait part|fait remarquer|exhorte|appele|exprime|parle|evoque|reconnu|admis|suggere|pretendu|mentionne|invoque|releve|vu|demande|invite|exige|rappele)\b`,
      String.raw`\b(?:declare|dit|indique|juge|estime|affirme|assure|soutient|maintient|precise|ajoute|annonce|confirme|explique|souligne|conclut|ecrit|considere|tient|voit|parle|evoque|denonce|pense|croit|suggere|decrit|presente|rattache|doute|releve|note|rapporte|demande|exige|accorde|exhorte|appelle)(?:nt)?\b(?! (?:publique|de presse))`,
      String.raw`\b(?:considerent|soutiennent|maintiennent|concluent|ecrivent|tiennent|voient|pensent|croient|disent)\b`,
    ].join('|'),
    'gu',
  ),
  en: /\b(?:said|says|say|declared|declares|stated|states that|considers?|considered|believes?|believed|maintain(?:s|ed)|held that|holds|held with|expressed|told|thinks?|thought|reported(?! by)|reports that|wrote|writes|announced|announces|claimed|claims that|alleged|concluded|concludes|assess(?:ed|es)|estimated|estimates|described|describes|suspects?|suspected|warned|warns|confirmed|confirms|revealed|disclosed|noted|notes|added|adds|replied|answered|insist(?:s|ed)|argued|argues|called|calls|urged|urges|spoke of|sees|saw in|accused|affirmed|asserted|asserts|suggested|found that|finds that|referred to|judged|judges|demanded|stressed|stresses|pointed out|recalled)\b/gu,
};
/** Before a word of the list: it is a noun or hangs on another. */
const NO_VERB =
  /\b(?:the|a|an|its|his|her|their|le|la|les|un|une|des|du|de|d'|sa|son|ses|leur|leurs|ce|cette|to|not|as|be|been|was|were|is|are|who|which|qui|dont|est|sont|ete|que|qu'|so)\s*$/u;

/** @returns null where no verb of saying has a subject before it. */
export function sayingSubject(text: string, lang: string): Stretch | null {
  const folded = evenFold(text);
  for (const match of folded.matchAll(SAYING[lang] ?? /(?!)/gu)) {
    const left = text.slice(0, match.index);
    if (insideQuotation(text, match.index) || NO_VERB.test(folded.slice(0, match.index))) continue;
    // «…», a déclaré X: the subject comes behind.
    if (/[,»”"]\s*$/u.test(left)) continue;
    if (!/\p{L}/u.test(left.replace(/[«“"][^»”"]*[»”"]/gu, ''))) continue;
    return { start: Math.max(0, ...['»', '”'].map((mark) => left.lastIndexOf(mark) + 1)), end: match.index };
  }
  return null;
}

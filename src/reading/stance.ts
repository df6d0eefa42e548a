/** What a sentence does: accuse, deny, strike back, report a measure. */
import type { ClaimKind } from '../core/case-record.ts';
import { fold } from '../lexicon/fold.ts';

/**
 * Signs of each stance in folded text of French, English and Chinese. Signs stand for the words of the field, not for
 * any one case; where several stances show, the order below decides.
 */
const SIGNS: readonly { readonly kind: ClaimKind; readonly sign: RegExp }[] = [
  {
    kind: 'no-comment',
    sign: /\b(?:n'a(?:vait|ient)? pas (?:immediatement )?(?:repondu|reagi|commente)|sans (?:reponse|commentaire)|refus\w* de (?:commenter|s'exprimer)|declin\w* (?:to )?comment\w*|did not (?:immediately )?(?:respond|reply|comment)|no comment)\b|未(?:予)?置评|拒绝置评|未回应/u,
  },
  {
    kind: 'denial',
    sign: /\b(?:ni(?:e|ent|ait|aient|er|ant|ee?s?)|dement\w*|refut\w*|rejet\w*|recus\w*|contest\w*|infonde\w*|non fonde\w*|sans (?:aucun )?fondements?|ne repos\w* sur rien|fabriqu\w*|fabrication\w*|invente\w*|calomni\w*|diffam\w*|denigr\w*|soi-disant\w*|pretendu\w*|ne (?:mene|pratique|soutient|participe)\w* (?:pas|jamais)|inadequat\w*|n'acceptera|ne peut pas l'accepter|monter? en epingle|(?:renonc|cess|retir|abandonn)\w* (?:[\w'-]+ ){0,4}accusations?|accusations? (?:[\w'-]+ ){0,3}irresponsables?|protest\w*|s'oppos\w*|politis\w*|deni(?:al|als|ed|es)|deny\w*|reject\w*|refute\w*|dismiss\w*|groundless|baseless|unfounded|unsubstantiated|fabricated|slander\w*|smear\w*|defam\w*|vilif\w*|disinformation|so-called)\b|否认|否認|驳斥|駁斥|反驳|毫无根据|无端|捏造|诬蔑|污蔑|抹黑|诽谤|造谣/u,
  },
  {
    kind: 'measure',
    sign: /\b(?:sanction\w*|inculp\w*|mis(?:e)?s? en examen|poursui(?:t|vi\w*|tes) (?:penal|judiciaire)\w*|convoqu\w*|expuls\w*|gel(?:e|er|es)? (?:des|les|ses|leurs)? ?avoirs|mandat d'arret|extrad\w*|arret(?:e|er|es|ation\w*)|indict\w*|charged|summon\w*|expel\w*|asset freeze|arrest\w*|warrant)\b|制裁|起诉|召见|驱逐|逮捕|通缉/u,
  },
  {
    kind: 'accusation',
    sign: /\b(?:accus\w*|imput\w*|attribu\w*|mise? en cause|met(?:tent)? en cause|incrimin\w*|denonc\w*|design\w*|blam\w*|perpetr\w*|(?:est|serai(?:t|ent)|etre|etait) (?:l'auteur|a l'origine|derriere|responsables?)|liee?s? (?:au|a la|a l'|a des|aux)|associee?s? (?:au|a la)|provien\w*|pirates? (?:informatiques )?(?:chinois|russes|iraniens|nord-coreens|americains)|soutenue?s? par l'etat|parrainee?s? par|attribut\w*|behind|responsible for|carried out by|linked to|tied to|state-sponsored|state-backed|point\w* (?:the )?finger)\b|指责|指控|归咎|幕后|来自|所为|谴责/u,
  },
];

/** «X accuse Y, *qui dément*»: what hangs on a sentence does not make its stance. */
const HANGING =
  /,\s*(?:qui|which|who)\s+(?:(?:le|la|l'|les|en|a|ont|has|have|had)\s*)?(?:ni|dement|refut|rejet|recus|contest|den[iy]|reject|dismiss)[^,.;]*/gu;

/** «sans prendre de sanctions»: a measure not taken. */
const NO_SANCTION = /\b(?:sans|without)\s+(?:\w+\s+){0,2}(?:de\s+|d')?sanctions?\b/gu;

/** The stance of a sentence; `context` where it takes none. */
export function stanceOf(sentence: string): ClaimKind {
  const text = fold(sentence).replace(HANGING, '').replace(NO_SANCTION, '');
  return SIGNS.find(({ sign }) => sign.test(text))?.kind ?? 'context';
}

/** Whether a sentence shows the signs of the stance, whatever else it does. */
export function shows(kind: ClaimKind, sentence: string): boolean {
  return SIGNS.find((entry) => entry.kind === kind)?.sign.test(fold(sentence)) ?? false;
}

/** Signs of what French sentences report, over evenly folded text. */
import type { ActPattern } from './act.ts';

/** Adverbs and short words between an auxiliary and its participle. */
const ADV = String.raw`(?:(?:\p{L}+ment|aussi|deja|encore|toujours|egalement|ensemble|lui-meme|de nouveau|a son tour|cat\w+) ){0,2}`;
const HAVE = `(?:a|ont|avait|avaient|aurait|auraient|ayant) ${ADV}`;
/** Up to a moral word about an attack, with no accusation in between: whoever it hit says so, too, and denies nothing. */
const OF_ATTACK = String.raw`(?:(?!\b(?:accus|alleg|conclusion|rapport|preuve|sanction|inculpation|attribution|affirmation)\w*)[^.;]){0,100}?\b(?:cyber-?attaques?|attaques?|intrusions?|piratages?|operations?|campagnes?|espionnage|cyber-?espionnage|ingerences?|sabotages?|agissements|comportements?|actes?|activites?)\b(?:(?!\b(?:accus|alleg)\w*)[^.;]){0,60}?\b(?:inacceptables?|irresponsables?|illegale?s?)`;
const INSULT = String.raw`(?:infond\w+|sans (?:\w+ )?fondements?|absurd\w+|calomni\w+|diffam\w+|denigr\w+|fabri\w+|mensong\w+|irresponsables?|inacceptables?|fausses?|faux|ridicules?|provocat\w+|russophob\w+|sinophob\w+|illegales?|chasse aux sorcieres|malentendu|desinformation|propagande|fantais\w+|inadequat\w+|inexistan\w+|non prouv\w+|bidon|manipulation)`;

export const FRENCH_ACTS: readonly ActPattern[] = [
  {
    kind: 'no-comment',
    form: 'does',
    sign: /\b(?:(?:n'a|n'ont|n'avait|n'avaient) pas (?:immediatement |encore |souhaite )?(?:repondu|reagi|commente\w*|repondre)|s'est refusee? a tout commentaire|(?:a|ont) (?:refuse|decline)\w* (?:de (?:commenter|s'exprimer|repondre)|tout commentaire)|(?:refus|declin)\w* (?:de commenter|tout commentaire|de s'exprimer)|ne (?:commente|commentent|souhaite pas commenter)\b|(?:a|ont) pas pu etre joint\w*|n'a fait aucun commentaire)/u,
  },
  {
    kind: 'retraction',
    form: 'does',
    sign: /\b(?:(?:a|ont) (?:retire|rectifie|corrige) (?:\S+ ){0,3}(?:accusation|attribution|article|declaration|information|affirmation)\w*|s'est retractee?|(?:est|sont) revenue?s? sur (?:\S+ ){0,2}(?:accusation|attribution|declaration)\w*|publie un (?:rectificatif|correctif|erratum))/u,
  },
  {
    kind: 'self-claim',
    form: 'does',
    sign: /\b(?:revendiqu\w+|s'est (?:attribuee?|vantee?)|se sont (?:attribue|vante)\w*)\b/u,
  },
  {
    kind: 'acknowledgement',
    form: 'does',
    sign: /\b(?:a|ont|avait|avaient) (?:\p{L}+ment )?(?:reconnu|admis|avoue) (?:\S+ ){0,3}(?:etre (?:responsable|l'auteur|derriere|a l'origine)|avoir (?:mene|conduit|pirate|attaque|lance|perpetre)|sa responsabilite|son implication|sa culpabilite|les faits|l'attaque|l'operation)|\bplaide\w* coupable\b/u,
  },
  {
    kind: 'contest',
    form: 'does',
    sign: /\b(?:(?:a|ont|avait|avaient) (?:\p{L}+ment )?(?:mis en doute|emis des (?:doutes|reserves)|doute|relativise|nuance)|met(?:tent)? en doute|dout(?:e|ent) (?:de|que)|reste(?:nt)? (?:sceptiques?|prudente?s?)|appel\w* a la prudence|incit\w* a la prudence|ne (?:peut|peuvent|pouvait|permet\w*) (?:pas )?(?:\S+ )?(?:affirmer|confirmer|prouver|conclure|attribuer|exclure)|estim\w* (?:que les preuves|les preuves) (?:\S+ ){0,3}insuffisant\w*|n'a(?:vait)? (?:jamais |pas )?(?:nomme|designe|accuse)\w*|ne nomme\w* (?:jamais|pas|aucun)|ne design\w+ (?:jamais|pas|aucun))/u,
  },
  {
    kind: 'denial',
    form: 'does',
    sign: new RegExp(
      [
        String.raw`\b${HAVE}(?:nie|dementi|refute|rejete|recuse|proteste|repousse|balaye|balaie|raille|ironise|moque|renouvele son dementi)\b`,
        String.raw`\b(?:nie|nient|niait|niaient|dement|dementent|dementait|refute|refutent|rejette|rejettent|rejetait|recuse|recusent|proteste|protestent|niant|dementant|rejetant|refutant)\b(?! contre l'attaque)`,
        String.raw`\bs'(?:est |etait )?oppos\w+ (?:\p{L}+ment )?(?:a (?:cela|ces?)|aux? )`,
        String.raw`\b(?:qualifi|jug|parl|trait|denonc|consider|dit|vu|voit|evoqu|estim|taxe)\w*(?!${OF_ATTACK})[^.;]{0,120}?\b${INSULT}`,
        String.raw`\b(?:accusations?|allegations?|conclusions?|rapports?|preuves?|sanctions?|inculpations?)[^.;«»]{0,60}\b(?:etai(?:t|ent)|est|sont|serai(?:t|ent)) (?:\p{L}+ment )?${INSULT}`,
        String.raw`\bfai(?:t|sait) part de sa (?:vive |ferme )?opposition\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'denial',
    form: 'says',
    sign: new RegExp(
      [
        String.raw`\b(?:ne|n') ?(?:a|avait|mene|menait|pratique|pratiquait|soutient|soutenait|participe|participait|est|etait|ont|se livre)[^.;,]{0,30}\b(?:jamais|pas|rien|aucune?)\b[^.;]{0,60}\b(?:cyber\w*|attaqu\w*|pirat\w*|implique\w*|lien|a voir|responsable|avec)`,
        String.raw`\b(?:aucune|pas de|sans|l'absence de) preuves?\b`,
        String.raw`\bn(?:e |')(?:existe|existait|acceptera|accepte|accepterai) (?:pas|jamais)\b|\bne (?:peut|peuvent) (?:pas )?(?:l')?accepter\b`,
        String.raw`\b(?:montrer|produire|fournir|presenter) (?:ses|leurs|des|les) preuves?\b`,
        String.raw`\b(?:cesser|abandonner|mettre fin|renoncer|arreter)[^.;]{0,60}\b(?:accusations?|calomnies?|diffamations?|politis\w+|prejuges|denigrements?)`,
        String.raw`\baccusations? (?:\S+ ){0,2}${INSULT}|\b${INSULT}[^.;]{0,20} accusations?`,
        String.raw`\b(?:soi-disant\w*|pretendu\w*) [^.;]{0,20}(?:cyberattaques?|attaques?|piratage)`,
        String.raw`\bn'avait nul besoin\b|\bpreuves (?:\S+ ){0,5}inadequat\w+`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'measure',
    form: 'does',
    legal: true,
    sign: new RegExp(
      String.raw`\b(?:${HAVE}(?:inculpe|mis en examen|poursuivi en justice)\b|inculpe(?:nt)?\b(?! (?:pour|aux|dans))|(?:est|sont|ete) (?:inculpe|mis en examen)\w*)`,
      'u',
    ),
  },
  {
    kind: 'measure',
    form: 'does',
    sign: new RegExp(
      [
        String.raw`\b${HAVE}(?:convoque|expulse|sanctionne|arrete|interpelle|condamne a|extrade|renvoye|rappele (?:son|leur)|gele|saisi|demantele|suspendu|interdit|banni|inscrit|ouvert une (?:enquete|information)|lance un mandat|adopte des (?:mesures|sanctions)|impose (?:des|ses|de|un|une|\S+ ){0,3}(?:sanctions?|mesures)|pris des (?:sanctions|mesures)|decrete|decide de sanctions|publie (?:un avis|une alerte|des recommandations|les adresses|des indicateurs)|emis (?:un|des) (?:mandats?|avis)|offert (?:une|\d)|promis (?:une recompense|\d)|place (?:\S+ ){1,6}liste|alerte|depose plainte|porte plainte|proteste (?:\S+ ){0,8}aupres de l'ambassad\w+)\b`,
        String.raw`\b(?:convoque|expulse|sanctionne|gele|extrade)(?:nt)?\b|\bj'ai convoque\b|\b(?:apres avoir|avoir) convoque\b`,
        String.raw`\bimpos(?:e|ent|ant|er) (?:des|de nouvelles|ses) (?:sanctions|mesures)\b|\b(?:en imposant|imposition) de? ?sanctions\b`,
        String.raw`\b(?:est|sont|ete) (?:\p{L}+ment )?(?:sanctionne|expulse|arrete|convoque|extrade|condamne)e?s?\b`,
        String.raw`\bfait l'objet de (?:sanctions|poursuites)\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'accusation',
    form: 'does',
    legal: true,
    sign: new RegExp(String.raw`\b(?:${HAVE}(?:inculpe|mis en examen)\b|inculpe(?:nt)? \S+ \S+)`, 'u'),
  },
  {
    kind: 'accusation',
    form: 'does',
    sign: new RegExp(
      [
        String.raw`\b${HAVE}(?:accuse|impute|attribue|denonce|condamne(?! a )|blame|incrimine|fustige|soupconne|rattache|mis en cause|montre du doigt|pointe du doigt|designe|reproche|associe|relie|lie)\b`,
        String.raw`\b(?:accuse|accusent|accusait|accusaient|accusant|accuser|impute|imputent|imputait|attribue|attribuent|attribuait|denonce|denoncent|denoncait|condamne(?! a )|condamnent|incrimine|incriminent|fustige|soupconne|soupconnent|soupconnait|rattache|rattachent|met(?:tent)? en cause|montre(?:nt)? du doigt|reproche|reprochent|relie|relient)\b`,
        String.raw`\b(?:est|sont|ete|etait|etaient|fut|furent) (?:\p{L}+ment )?(?:accuse|soupconne|impute|attribue|mis en cause|mise? en cause|incrimine|designe)e?s?\b`,
        String.raw`\b(?:tient|tiennent|tenait) (?=(?:\S+ ){1,8}responsables?\b)|\b${HAVE}tenu (?=(?:\S+ ){1,8}pour responsables?)`,
        String.raw`\b(?:porte|portent|porter|lance|formule) (?:\S+ ){0,2}accusations?\b|\bse sont associes? (?:\S+ ){0,6}accuser\b`,
        String.raw`\b(?:s'est|se sont) joint\w* a (?:l'accusation|la mise en cause|cette accusation)`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'accusation',
    form: 'says',
    sign: new RegExp(
      [
        String.raw`\b(?:perpetre|commis|mene|conduit|lance|orchestre|dirige|pilote|commandite|commandee?|realise|opere|geree?|parraine|appuye|soutenu|finance)e?s? par\b`,
        String.raw`\b(?:est|etait|serai(?:t|ent)|soit|(?<!\bse )sont|etaient|etre|ete) (?:\p{L}+ment )?(?:l'auteur|les auteurs|l'(?:œ|oe)uvre d|a l'origine|derriere|responsables?|implique\w*|lie\w* (?:a|au|aux)|associe\w* (?:a|au|aux)|le (?:premier |principal )?(?:coupable|suspect|commanditaire))\b`,
        String.raw`\b(?:provien\w+|viendrai\w+|eman\w+|remont\w+) (?:\S+ )?(?:de|des|du|d'|depuis|jusqu)`,
        String.raw`\bpirates? (?:informatiques )?(?:chinois|russes|iraniens|nord-coreens|americains|bielorusses)\b|\bhacke?u?rs? (?:chinois|russes|iraniens|nord-coreens|americains|etrangers)\b`,
        String.raw`\b(?:avait|avaient|a|ont|aurait|auraient) (?:\p{L}+ment )?(?:pirate|infiltre|espionne|attaque|penetre|compromis|vole|mene|lance|cible|orchestre|perpetre)\b`,
        String.raw`\b(?:mene|menent|menait|se livr\w+|conduit|poursui\w+)[^.;]{0,60}\b(?:cyber\w+|attaques?|espionnage|piratage|pratiques)`,
        String.raw`\b(?:responsabilite|implication|main) d(?:e |u |es )|\bcomportements? (?:irresponsable|malveillant|destabilis)\w*`,
        String.raw`\bactivites (?:informatiques |cyber )?(?:malveillantes?|chinoises|russes)\b|\bmenaces? (?:majeure |grave |persistante )?(?:pour|contre) (?:la securite|l'economie)\b|\bcyber-?sabotage\b|\bcyberespionnage\b`,
        String.raw`\b(?:doit|doivent) (?:\S+ ){0,2}(?:etre tenue?s? responsables?|mettre (?:un terme|fin)|cesser|arreter)\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'counter-accusation',
    form: 'says',
    sign: /\b(?:deux poids,? ?(?:et )?deux mesures|crie au voleur|au voleur|manipulation politique|manoeuvre politique|des fins politiques|des motifs politiques|politis\w+|guerre froide|monter? en epingle|empire du piratage|premier (?:coupable|pirate)|se livr\w+ de longue date)\b/u,
  },
];

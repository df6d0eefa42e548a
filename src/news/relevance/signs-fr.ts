/** Signs of attribution in French headlines, over evenly folded text. */
import type { HeadlineSigns } from './signs.ts';

const CLAIM =
  '(?:accusations?|attributions?|version|article|affirmations?|declarations?|allegations?|information|mise en cause)';
const STRIKE = `(?:pirate|infiltre|espionne|attaque|penetre|vole|pille|vide|vise|cible|paralyse|compromis|sabote|derobe|efface|mene|lance|orchestre|implante|ecoute|bloque|chiffre)`;

export const FRENCH_SIGNS: HeadlineSigns = {
  acts: [
    {
      kind: 'correction',
      form: 'nominal',
      sign: /^(?:rectificatif|correction|erratum|precision|mise au point)\b|\bversion (?:precedente|anterieure|initiale) de (?:cet|l)|\bprecedente version\b|\ba tort\b|\bpar erreur\b|\bpubli\w+ un (?:rectificatif|erratum|correctif)/u,
    },
    {
      kind: 'retraction',
      form: 'nominal',
      sign: new RegExp(
        String.raw`\b(?:retire\w*|retirent|abandonne\w*) (?:\S+ ){0,2}${CLAIM}|\b(?:se retracte\w*|s'est retracte\w*|retractation|fait machine arriere|revien\w+ sur (?:\S+ )?${CLAIM})|\b(?:presente\w*|publie\w*) (?:ses|leurs|des) excuses\b`,
        'u',
      ),
    },
    {
      kind: 'contest',
      form: 'active',
      sign: /^[^?]*\bvraiment\b[^?]*\?$|\b(?:scepti\w+|dout(?:e|es|ent)|met(?:tent)? en doute|mise? en doute|contest\w+|faux drapeau|fausse banniere|n'a pas ete attribuee?|rien ne (?:prouve|permet)|pas de preuves?|aucune preuve|faute de preuves?|preuves? (?:insuffisante?s?|fragiles?|trop)|trop tot pour)\b|\b(?:se garde\w*|refus\w+|evit\w+|s'abst\w+|sans) (?:de |d')?(?:nommer|accuser|designer|attribuer|citer|pointer)\b|\bn'(?:a|ont) (?:pas )?(?:designe|nomme|accuse) personne\b|\bne (?:designe|nomme|accuse)\w* (?:personne|pas|aucun)/u,
    },
    {
      kind: 'no-comment',
      form: 'own',
      sign: /\b(?:muette?s?|garde\w* le silence|silence (?:de|du|a)|refus\w+ (?:de )?(?:commenter|tout commentaire|s'exprimer|repondre|reagir)|refuse tout|(?:ne|n') ?(?:souhait\w+|voul\w+|veut|a|ont|commente\w*)(?: pas| aucun)? ?(?:souhaite |encore |immediatement )?(?:s'exprimer|commenter|repondre|reagir|repondu|reagi|commente|de commentaire)|sans commentaire|pas de commentaire|ne commente)/u,
    },
    {
      kind: 'counter-accusation',
      form: 'active',
      sign: /\b(?:retourn\w+ l'accusation|renvoi\w* (?:la balle|l'accusation)|contre-?accus\w+|contre-attaque|a son tour|empire du piratage|la replique|replique\w*|riposte\w* (?:en accusant|et accuse)|deux poids|crie\w* au voleur|(?:vrais?|veritables?|premiers?|plus grand\w*|principal\w*) (?:pirates?|voleurs?|coupables?|menaces?|espions?|hackers?|source))\b/u,
    },
    {
      kind: 'denial',
      form: 'own',
      sign: /\b(?:nie|nient|niait|nient|niant|nier|dement|dementent|dementi\w*|dementant|refut\w+|rejett\w+|rejet\w*|recus\w+|balai\w+|balay\w+|repouss\w+|infond\w+|sans (?:aucun )?fondements?|calomni\w+|diffamat\w+|denigr\w+|absurd\w+|mensong\w+|fantaisist\w+|fabriqu\w+|russophobi\w+|s'oppos\w+ (?:fermement|resolument)|aucun (?:lien|role)|n'(?:a|est|avoir|etre) (?:pas |rien |jamais |nullement )?(?:rien |jamais |aucun\w* )?(?:a voir|lien|pour rien|implique\w*|etranger\w*|pirate|mene|attaque|vise)|etrang\w+ a l'(?:affaire|attaque)|se defend\w* (?:d|de) (?:avoir|toute?))\b/u,
    },
    {
      kind: 'self-claim',
      form: 'own',
      sign: new RegExp(
        String.raw`\b(?:revendiqu\w+|revendication|se vant\w+|s'attribu\w+|se (?:dit|disent) (?:a l'origine|l'auteur|les auteurs|responsables?|derriere)|(?:affirm|assur|di|declar|pretend)\w* (?:avoir|l'avoir|etre) (?:\S+ )?(?:${STRIKE}|a l'origine|derriere)|(?:dit|affirme) avoir voulu)`,
        'u',
      ),
    },
    {
      kind: 'sanction',
      form: 'active',
      sign: /\b(?:sanctionn\w+|sanctions?|liste noire|gel\w* (?:des |les |ses )?avoirs|gele|gelent|interdi\w+ de sejour|interdiction de territoire|convoqu\w+|convocation|expuls\w+|mesures restrictives|proteste\w* aupres|demarche diplomatique|rappel\w+ (?:son|leur|l') ?ambassad\w+|romp\w* (?:ses|leurs|les) (?:relations|liens)|persona non grata)\b/u,
    },
    {
      kind: 'indictment',
      form: 'active',
      sign: /\b(?:inculp(?:e|ent|ant|er|ation|ations)|mandats? d'arret|mandats? internation\w+|avis de recherche|actes? d'accusation|poursui\w+ (?:en justice|penal\w*)|recompense|engage des poursuites)\b/u,
    },
    {
      kind: 'indictment',
      form: 'passive',
      sign: /\b(?:inculpee?s?|mise? en examen|mis en examen|misent? en examen|interpellee?s?|arretee?s?|jugee?s?|condamnee?s? a|poursuivie?s?|extradee?s?|recherchee?s?)\b/u,
    },
    {
      kind: 'advisory',
      form: 'active',
      weak: true,
      sign: /\b(?:avis (?:conjoint|de securite|technique|signe|du)|l'avis|alert\w+|met(?:tent)? en garde|mise en garde|bulletin|indices de compromission|indicateurs de compromission|(?:decri\w+|detaill\w+|devoil\w+|expos\w+|publi\w+|revel\w+) (?:\S+ ){0,3}(?:methodes|modes? operatoires?|techniques|campagne|infrastructure|adresses)|appell\w+ a la vigilance)\b/u,
    },
    {
      kind: 'accusation',
      form: 'passive',
      sign: /\b(?:(?:est |sont |a ete |ont ete |etait |etaient )?(?:(?:accus|soupconn|suspect|design)(?:ee|ees|es|e(?=\s+d(?:e\s|')|\s*$|\s*[,;.]))|montree?s? du doigt|pointee?s? du doigt|incriminee?s?|mise?s? en cause)|sur la sellette|dans le viseur)\b/u,
    },
    {
      kind: 'accusation',
      form: 'active',
      sign: /\b(?:accus(?:e|ent|ait|aient|er|ant|ations?|ee?s? par)|accusations?|imput\w+|attribu(?:e|ent|er|ant|ait|ee?s?|tion|e a)|attributions?|incrimin\w+|met(?:tent)? en cause|mise en cause|montre\w* du doigt|pointe\w* du doigt|pointe\w*|designe\w*|denonc\w+|condamn(?:e|ent|ant|ation)|blam\w+|reproch\w+|tien\w+(?= (?:\S+ ){1,4}responsables?)|tenus? pour responsables?|hausse\w* le ton|voi\w+ la main|nomme\w*)\b/u,
    },
    {
      kind: 'accusation',
      form: 'active',
      weak: true,
      sign: /\b(?:soupcon\w*|suspect\w*|rattach\w+|associ\w+|relie\w*|liee?s? (?:a|au|aux)|piste\b|la main d\w*|l'(?:oe|œ)uvre d\w*|commanditee?s?|commanditaire|(?:mene|conduit|orchestre|perpetre|pilote|lance|soutenu|finance|parraine)e?s? par|provena\w+|provien\w+|origine\b|a la solde|au service|pour le compte|identifi\w+|solidarite|exhort\w+|avert\w+|appelle\w*|revel\w+|devoil\w+|reconnai\w+|admet\w*|ripost\w+|menac\w+|vole|pille|inquiet\w*|tente de pirater|selon)\b/u,
    },
    {
      kind: 'accusation',
      form: 'passive',
      weak: true,
      sign: /\b(?:derriere|a l'origine|responsables? d\w*|est l'auteur|sont les auteurs|a la manoeuvre)\b/u,
    },
  ],
  attack:
    /\bcyber(?:-|\s)?(?:attaqu|espionn|offensi|operation|campagne|intrusion|incident|sabotage|crimin|menace|braquage|vol\b|activit|guerre|arme\b|acteur|pirat|harcel)\p{L}*|\bactivites (?:cyber )?malveillantes\b|\battaques? (?:\S+ ){0,3}(?:sites?(?! nucleaire| industriel| militaire)|serveurs?|services en ligne)\b|\b(?:pirat(?:age|ages|er|e informatique|es informatiques|es russes|es chinois|es iraniens|es nord)|hack\w*|logiciels? espions?|rancongiciel\w*|hameconnage|maliciel\w*|espionnage (?:informatique|numerique|en ligne)|attaques? (?:informatiques?|numeriques?|en ligne|par deni)|sabotage (?:informatique|numerique|de (?:ses|leurs|nos) (?:services en ligne|serveurs|sites|reseaux))|services en ligne)\b|\b(?:pirate|pirates|piratees?)\b(?! (?:somalien|de l'air|des mers|maritime)\w*)|\b(?:intrusion|vol|pille|infiltr\w+|espionn\w+|compromission|fuite|copie|efface|vide(?= ))\w* (?:\S+ ){0,5}(?:e-?mails?|mails?|courriels?|messageries?|boites? mails?|donnees|serveurs?|reseaux?|comptes?|bases? de donnees|ordinateurs?|telephones?|sites?|systemes?|centre de calcul|cryptomonnaies|operateurs?)\b|\b(?:e-?mails?|messageries?|serveurs?|reseaux?|donnees|telephones?|ordinateurs?|sites?) (?:\S+ ){0,3}(?:pirat\w+|espionn\w+|infiltr\w+|vise\w*|voles?|volees?|attaqu\w+)/u,
  attackerBehind:
    /^\s(?:(?:de|du|des|d'|soupconnes?|presumes?|pro-\w+|lies?|proches?)\s?)*(?:hack\w*|pirat\w*|cyber\S*|espions?)\b|^\s(?:a|ont|aurait|auraient|avait|ait|est|serait|sont|se livre\w*) (?:\S+ )?(?:a l'origine|derriere|pirate|infiltre|espionne|attaque|penetre|vole|pille|vide|mene|lance|orchestre|implante|ecoute|vise|cible|responsable)\b|^\s(?:derriere|a l'origine|responsables? d)\b/u,
  attackerBefore:
    /(?:\b(?:pirat\w*|hack\w*|groupes?|unites?|collectifs?|gangs?|acteurs?|espions?|agents?|officiers?|informaticiens?|cyber\S*|piratage|espionnage|malware|gang|attaque\w* informatiques?|ingerences?|piste)(?: (?:informatiques?|presumee?s?|militaires?|soutenue?s?))?|\b(?:liee?s?|rattachee?s?|associee?s?|imputee?s?|attribuee?s?|proches?|relie|remont\w+|rattache\w*) (?:a|au|aux|d[eu]s?|par)|\b(?:parrainee?s?|soutenue?s?|pilotee?s?|dirigee?s?|commanditee?s?|menee?s?|orchestree?s?|finance?e?s?|employee?s?|perpetree?s?|lancee?s?) par|a la solde d\w*|au service d\w*|pour le compte d\w*|la main d\w*|l'œuvre d\w*|l'oeuvre d\w*|\bpro-)\s?(?:(?:l'etat|le|la|les|l'|de|du|des|d'|au|aux|etat|services?|renseignement|gouvernement|ministere|regime)\s?)*$/u,
  victimBefore:
    /\b(?:contre|visant|vise|ciblant|dans|en|sur|chez|a|au|aux|du|de|des|d'|apres|avoir pirate|espionne|pirate|aupres d[eu]s?)\s?(?:(?:le|la|les|l'|un|une|des|ses|leurs|du|de|d')\s?)*(?:[\p{L}-]+\s)?$/u,
  band: /\b(?:groupe|gang|collectif|bande) (?:de |d')?(?:\w+ )?(?:hack\w*|pirat\w*|cyber\w*|rancon\w*|hacktiv\w*)|\b(?:hacke?u?rs?|hacktivistes?|pirates|cybercriminels|cyberpirates)\b|\b(?:gang|collectif)\b/u,
  sayer:
    /\b(?:selon|d'apres|chercheu\w+|expert\w*|analyst\w*|enquet\w+|rapport|parquet|procureur\w*|services? (?:de )?(?:renseignement|securite|secrets?)|renseignement|ministr\w+|ministere|gouvernement|porte-parole|autorites|police|ambassad\w+|agence|laboratoire|editeur|justice|anssi|gendarmerie|president\w*|allies)\b/u,
  routine:
    /\b(?:correctif\w*|faille\w*|vulnerabilit\w+|mise a jour|mises a jour|bourse|lev(?:e|ee) (?:de fonds|\d)|millions d'euros|start-?up|marche|salon|forum|exercice|conference|assises|conseils?|reflexes|comment|mots? de passe|enquete d'opinion|sondage|recrut\w+|formation|emplois?|metiers?|loi|projet de loi|strateg\w+|tribune|debat|portrait|assurance\w*|budget|retrouve\w*|retablis\w*|reprise|guide|astuces|specialistes?|penurie|arnaques?|en vente)\b/u,
  commonCrime:
    /\b(?:lyceen\w*|etudiant\w*|collegien\w*|adolescent\w*|jeune homme|jeunes|homme|femme|hommes|freres?|couple|mineurs?|employe\w*|salarie\w*|ans|quatre personnes|trois personnes|deux personnes|escrocs?|arnaqueurs?|faux conseiller|reseau d'escrocs)\b/u,
  otherAffair:
    /\b(?:missiles?|drones?|tirs?|bombard\w+|frappes?|dopage|incendi\w+|explosion|attentat|ballon|cables?|navires?|petrolier|nucleaire|uranium|fentanyl|douan\w+|dumping|impots?|corruption|fraudes?|urnes?|bulletins|genocide|massacre|enlevement|meurtre|empoisonn\w+|assassin\w+|petrole|gaz|armes|troupes|invasion|cessez-le-feu|treve|espace aerien|trafic|contrebande|detroit|conflit d'interets)\b/u,
};

/**
 * Signs of attribution in headlines of other languages, over evenly folded text: roots that the languages of Europe
 * share, and the field's words of Russian, Japanese, Korean, Arabic and Indonesian. Less sure than a table of one
 * language.
 */
import type { HeadlineSigns } from './signs.ts';

const NEVER = /(?!)/u;

export const OTHER_SIGNS: HeadlineSigns = {
  acts: [
    {
      kind: 'denial',
      form: 'own',
      sign: /(?<!\p{L})(?:dementi\w*|bestreit\w*|weis\w* zuruck|weist|zuruckgewiesen|nieg\w+|desmient\w*|rechaz\w+|neg(?:o|a|ou|am)\b|smentis\w+|respin\w+|nega\b|ontken\w*|zaprzecz\w*|odrzuc\w*|popir\w*|popr(?:el|ie)\w*|odmit\w*|ohrad\w*|forneker|forneka\w*|avvis\w*|avvisar|benekt\w*|afviser|dementoi|kiista\w*|cafol\w*|tagad\w*|demantuj\w*|negira\w*|membantah|bantah|опроверг\w*|отверг\w*|отриц\w*|заперечу\w*)|否定|反論|부인|반박|تنفي|نفي|نفت/u,
    },
    {
      kind: 'no-comment',
      form: 'own',
      sign: /(?:kein\w* kommentar|geen commentaar|sin comentarios|no comment|не прокомментир\w*|ノーコメント)/u,
    },
    {
      kind: 'sanction',
      form: 'active',
      sign: /(?:sanktion\w*|sancion\w*|sanzion\w*|sancties?|sankcj\w*|sankc\w*|botschafter|ambasad\w+|ambassador\w*|ambassadeur|embajador\w*|ambasciator\w*|embaixador\w*|velvyslan\w*|suurlahett\w*|einbestell\w*|bestellt|convoc\w*|pa teppet|ontbied\w*|санкци\w*|посол|посла)|制裁|제재/u,
    },
    {
      kind: 'indictment',
      form: 'active',
      sign: /(?:anklag\w*|angeklagt|haftbefehl\w*|aanklacht|imputad\w*|incrimin\w*|orden de (?:busca|detencion)|mandat\w* aresztowania|tiltal\w*|atal\w*|обвинительн\w*|ордер)|起訴|기소/u,
    },
    {
      kind: 'advisory',
      form: 'active',
      weak: true,
      sign: /(?<!\p{L})(?:warn\w*|waarschuw\w*|advier\w*|advert\w*|alert\w*|avvert\w*|ostrzeg\w*|varu\w*|varov\w*|advar\w*|varn\w*|varoit\w*|предупре\w*)|警告|注意喚起|경고/u,
    },
    {
      kind: 'accusation',
      form: 'active',
      sign: /(?<!\p{L})(?:beschuldig\w*|wirft|werfen|vorw[ue]rf\w*|vorgeworfen|verantwortlich|acus\w+|accus\w+|atribu\w+|attribu\w+|culpa\w*|senala\w*|responsab\w+|denunci\w+|incolpa\w*|oskarz\w*|obwini\w*|przypis\w*|obvin\w*|obvin\w*|pripis\w*|vini\b|anklager|anklagar|beskyld\w*|syytta\w*|syytt\w*|peker pa|optuz\w*|okrivlj\w*|tuduh\w*|menuduh|salahkan|menyalahkan|обвин\w*|звинувач\w*|приписыв\w*)|非難|指摘|名指し|関与|비난|지목|배후|تتهم|اتهام/u,
    },
    {
      kind: 'accusation',
      form: 'passive',
      weak: true,
      sign: /(?<!\p{L})(?:steckt|stecken|hinter|achter\b|zat\b|detras|dietro|por tras|stoi\w*|stoji|za utok\w*|za atak\w*|bak\b|stod bak|sto bak|bag\b|takana|dala?ng|di balik|стоит|стоят|verdacht\w*|sospech\w*|sospett\w*|podejrz\w*|подозрев\w*|за атак\w*)|による|背後|소행/u,
    },
  ],
  attack:
    /(?:[ck][iy]ber|siber|peretas|hack(?:er|ing|ed|ad|eo|ek)|hakk?er|haker|haking|datainnbrudd|dataangrep|dataintrang|tietomurto|verkkohyok|verkkovako|kuberrunn|malware|phishing|spyware|spionagesoftware|spionage|espionagem|spionaggio|szpieg|spionaz|хакер|кибер|взлом|шпион)|サイバー|ハッカー|ハッキング|不正アクセス|사이버|해킹|해커|سيبراني|القرصنة|هاكر/u,
  attackerBehind:
    /^\p{L}{0,6}[\s-](?:\p{L}+\s)?(?:hack|hakk?er|haker|[ck][iy]ber|spion|szpieg|хакер|шпион|кибер)|^(?:系|の)?(?:ハッカー|サイバー)|^\s?(?:해커|해킹)/u,
  attackerBefore:
    /(?:hack\p{L}*|hakk?er\p{L}*|haker\p{L}*|ciber\p{L}*|pirat\p{L}*|spion\p{L}*)\s(?:(?:aus|van|de|da|do|di|del|della|uit|fra|fran|z|ze|iz)\s)?$/u,
  victimBefore:
    /(?<!\p{L})(?:gegen|contra|contro|tegen|przeciw\w*|proti|mot|imot|vastaan|против|на|auf|op|na|a|in|w|v|i|terhadap)\s(?:\p{L}+\s)?$/u,
  band: /hack\w*|hakk?er\w*|haker\w*|хакер\w*|ハッカー|해커/u,
  sayer:
    /(?:regierung|ministeri\w*|minister\w*|geheimdienst|verfassungsschutz|gobierno|governo|rzad|vlad\w+|hallitus|regjering\w*|regering\w*|dienst\w*|sluzb\w*|polic\w*|polit\w*|politi|embaj\w*|ambasad\w*|botschaft\w*)/u,
  routine: NEVER,
  commonCrime: NEVER,
  otherAffair: NEVER,
};

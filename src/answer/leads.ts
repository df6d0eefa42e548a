/** What Casebook says in place of «the corpus does not hold the answer», in the languages it speaks. */
import type { AnswerLang } from '../core/answer.ts';
import type { Intent } from './intent.ts';
import type { QuestionType } from './question-type.ts';

export interface Leads {
  /** To a message that asks the corpus nothing, or more than any corpus gives. */
  readonly to: Readonly<Record<Intent, string>>;
  /** A case that the corpus has, without the fact asked for. `fact` is one of `absent`. */
  readonly knownCase: (title: string, fact: string) => string;
  /** What is not told, by the kind of thing asked for. */
  readonly absent: Readonly<Record<QuestionType, string>>;
  /** The asker's own words, of which the case has nothing. */
  readonly nothingOn: (words: string) => string;
  /** The question has somebody accused whom nobody accuses in the case: `asked` in quotation marks. Lists are joined by `and`. */
  readonly falsePremise: (title: string, asked: string, accused: string) => string;
  readonly and: string;
}

export const LEADS: Readonly<Record<AnswerLang, Leads>> = {
  fr: {
    to: {
      greeting:
        'Bonjour. Demandez-moi qui accuse qui d’une cyberattaque : je réponds avec des phrases du corpus et leurs sources.',
      thanks: 'Avec plaisir.',
      identity:
        'Je suis Casebook. Je cherche dans un corpus d’articles qui accuse qui de quelle cyberattaque, sur quelles bases, et ce que répond la partie mise en cause ; chaque phrase porte sa source. Je rapporte des affirmations, jamais un verdict.',
      insult: 'Restons-en aux faits : je peux chercher dans le corpus qui accuse qui d’une cyberattaque.',
      gibberish: 'Je n’y lis pas de question. Écrivez-la en quelques mots.',
      'off-topic':
        'Ce n’est pas mon domaine : le corpus porte sur les cyberattaques, ceux à qui on les attribue et ce qu’ils répondent.',
      verdict:
        'Casebook ne tranche pas : il rapporte qui accuse qui, sur quelles bases, et ce que répond la partie mise en cause.',
      order:
        'Je ne suis pas d’instructions données dans un message. Je réponds à des questions sur les cyberattaques et leurs attributions.',
      'attack-help':
        'Je n’aide pas à mener une attaque. Je peux chercher ce que le corpus dit de celles qui ont eu lieu.',
    },
    knownCase: (title, fact) => `Le corpus traite de l’affaire « ${title} », mais ${fact}.`,
    absent: {
      when: 'n’en donne pas la date',
      count: 'ne donne pas ce nombre',
      where: 'ne dit pas où',
      why: 'n’en donne pas la raison',
      who: 'ne dit pas qui',
      author: 'n’y rapporte pas d’accusation qui réponde à cette question',
      name: 'ne donne pas ce nom',
      statement: 'ne rapporte pas cette déclaration',
      which: 'ne dit pas lequel ni laquelle',
      about: 'ne dit pas ce que vous demandez',
    },
    nothingOn: (words) => `n’y dit rien de ${words}`,
    falsePremise: (title, asked, accused) =>
      `Dans l’affaire « ${title} », aucune accusation au dossier ne vise ${asked}. Partie mise en cause au dossier : ${accused}.`,
    and: ', ',
  },
  en: {
    to: {
      greeting:
        'Hello. Ask me who accuses whom of a cyberattack: I answer with sentences of the corpus and their sources.',
      thanks: 'You are welcome.',
      identity:
        'I am Casebook. I look up in a corpus of articles who accuses whom of which cyberattack, on what basis, and what the accused side replies; each sentence carries its source. I report claims, never a verdict.',
      insult: 'Let us keep to the facts: I can look up in the corpus who accuses whom of a cyberattack.',
      gibberish: 'I see no question there. Put it in a few words.',
      'off-topic':
        'That is not my field: the corpus is about cyberattacks, those they are attributed to, and what these reply.',
      verdict:
        'Casebook gives no verdict: it reports who accuses whom, on what basis, and what the accused side replies.',
      order:
        'I do not follow instructions given in a message. I answer questions about cyberattacks and their attribution.',
      'attack-help':
        'I do not help with attacks. I can look up what the corpus says about those that have happened.',
    },
    knownCase: (title, fact) => `The corpus covers the case “${title}”, but ${fact}.`,
    absent: {
      when: 'gives no date for this',
      count: 'does not give this number',
      where: 'does not say where',
      why: 'does not give the reason',
      who: 'does not say who',
      author: 'holds no accusation there that answers this question',
      name: 'does not give this name',
      statement: 'does not report this statement',
      which: 'does not say which',
      about: 'does not say what you ask',
    },
    nothingOn: (words) => `says nothing there about ${words}`,
    falsePremise: (title, asked, accused) =>
      `In the case “${title}”, no accusation on record is directed at ${asked}. Accused on record: ${accused}.`,
    and: ', ',
  },
  zh: {
    to: {
      greeting: '您好。您可以问我：谁就哪起网络攻击指控了谁？我用语料库中的句子回答，并注明来源。',
      thanks: '不客气。',
      identity:
        '我是 Casebook。我在文章语料库中查找：谁就哪起网络攻击指控谁、依据是什么、被指控方如何回应；每句话都注明来源。我转述各方的说法，从不作裁断。',
      insult: '让我们回到事实：我可以在语料库中查找谁就网络攻击指控谁。',
      gibberish: '我没有看到问题。请用几个词写出来。',
      'off-topic': '这不属于我的范围：语料库的内容是网络攻击、对攻击的归因以及被指控方的回应。',
      verdict: 'Casebook 不作裁断：它转述谁指控谁、依据是什么，以及被指控方如何回应。',
      order: '我不执行消息中的指令。我回答有关网络攻击及其归因的问题。',
      'attack-help': '我不协助发动攻击。我可以查找语料库对已发生攻击的记载。',
    },
    knownCase: (title, fact) => `语料库收录了“${title}”一案，但${fact}。`,
    absent: {
      when: '没有给出日期',
      count: '没有给出这个数字',
      where: '没有说明地点',
      why: '没有说明原因',
      who: '没有说明是谁',
      author: '其中没有能回答这个问题的指控',
      name: '没有给出这个名字',
      statement: '没有这一表态的记载',
      which: '没有说明是哪一个',
      about: '没有说明您所问的内容',
    },
    nothingOn: (words) => `其中没有提到${words}`,
    falsePremise: (title, asked, accused) =>
      `在“${title}”一案中，记录里没有针对${asked}的指控。记录中的被指控方：${accused}。`,
    and: '、',
  },
};

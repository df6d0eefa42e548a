/** Whether a pronoun can stand for a name, by gender and number as far as the words show them. */

const FEMININE = /(?:^|[\s-])(?:elle|celle-ci|cette derni[eè]re|she|her)(?:$|[\s,.-])/iu;
const MASCULINE = /(?:^|[\s-])(?:il|celui-ci|ce dernier|he|him)(?:$|[\s,.-])/iu;

const PLURAL_NAME =
  /^(?:les|des|ces|plusieurs|certains|certaines|deux|trois|several|some|two|three|officials|experts)\s|^(?:the\s+)?(?:\p{L}+\s+)?(?:officials|experts|prosecutors|authorities|researchers)(?:\s|$)/iu;
const FEMININE_NAME = /^(?:la|une|cette|mme|madame|mlle|mrs|ms|miss)[\s.]|,\s(?:la|une)\s/iu;
const MASCULINE_NAME = /^(?:le|un|ce|cet|m|mr|monsieur)[\s.]|,\s(?:le|un)\s/iu;

/**
 * «Selon elle» is not «des responsables», nor is «il» «Mme Mao». Where the words do not show it («L'ambassade», «Pékin»),
 * either may be meant.
 *
 * @param pronoun the words of the sentence that name the speaker by a pronoun.
 * @param name of who may be meant.
 */
export function mayMean(pronoun: string, name: string): boolean {
  const [feminine, masculine] = [FEMININE.test(pronoun), MASCULINE.test(pronoun)];
  if (!feminine && !masculine) return true;
  if (PLURAL_NAME.test(name)) return false;
  return feminine ? !MASCULINE_NAME.test(name) : !FEMININE_NAME.test(name);
}

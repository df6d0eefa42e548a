/** Whether a question asks for money, and whether a sentence names any. */

const ASKED =
  /\bpa(?:y|id|yé|yer|ie|iements?|yments?)(?!\p{L})|co[uû]t|\bcost|\bd[ée]pens|\bspen[dt]\b|\bprice|\bprix\b|\bmontant|\bamende|\bfines?\b|dommages et int[ée]r[êe]ts|\bdamages due|\breward|\br[ée]compense|\bran[çc]on(?!g)|\bransom(?!ware)|花费|花了|支付|付了|交了|赔偿|罚款|赎金|金额|多少钱|损失/iu;
const NAMED =
  /[$€£¥]|\b(?:dollars?|euros?|francs?|pounds?|sterling|livres|yuan|renminbi|yens?|won|ro?ubles?|kro+ns?|kroner|kronor|couronnes?|hryvnias?|shekels?|rials?|rupees?|roupies?|bitcoins?|usd|eur|gbp)\b|美元|欧元|英镑|人民币|日元|卢布|比特币|\d\s*[万亿]?元/iu;

export function asksForMoney(question: string): boolean {
  return ASKED.test(question);
}

export function namesMoney(sentence: string): boolean {
  return NAMED.test(sentence);
}

/** Function words, folded: they carry grammar and not matter, and tell French from English in a short question. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const FRENCH = words(`
  a ai aie ait as au aucun aucune aussi autre autres aux avaient avait avec avez avoir ayant c ca car ce ceci cela celle
  celles celui ces cet cette ceux chaque chez ci comme comment d dans de des dont du elle elles en encore entre es est et
  etaient etait etant ete etes etre eu eurent eut eux fut furent il ils j je l la laquelle le lequel les lesquelles
  lesquels leur leurs lors lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont ou par parce pas pendant
  plus plusieurs pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se sera seraient serait ses si
  soit son sont sous sur t ta tant te tel telle telles tels tes toi ton tous tout toute toutes tres tu un une vers vos
  votre vous y apres avant afin ainsi alors donc depuis deja etc ici la-bas dit font fait faire faisait selon
  combien auquel duquel desquels auxquels eu aura auraient aurait auront avaient sommes suis es-tu puis quant
`);

const ENGLISH = words(`
  a about after all also am an and any are as at be because been before being both but by can could did do does doing
  done during each else ever few for from further had has have having he her here hers him his how i if in into is it
  its itself just me more most my no nor not of off on once only or other our ours out over own s same shall she should
  so some such t than that the their theirs them then there these they this those through to too under until up upon us
  very was we were what when where which while who whom whose why will with would you your yours against between
  according may might must
`);

const CHINESE = words(`
  的 了 是 在 和 与 及 或 也 都 就 而 被 把 对 从 向 由 为 以 于 中 上 下 这 那 此 该 其 他 她 它 我 你 们 他们 她们 它们 我们 你们
  什么 哪 哪个 哪些 哪家 哪位 谁 何 如何 怎么 怎样 为何 为什么 多少 几 吗 呢 吧 啊 有 没有 会 能 可以 要 将 已 已经 曾 曾经 地 得 着 过
  之 所 并 并且 而且 但 但是 因为 所以 如果 关于 对于 根据 进行 以及 等 一个 一些 个 名 次 位 家 条 是否 此次 这次
`);

const NONE: ReadonlySet<string> = new Set();

/** The function words of a language, folded; an empty set for a language we have no list of. */
export function stopwords(lang: string): ReadonlySet<string> {
  if (lang === 'fr') return FRENCH;
  if (lang === 'en') return ENGLISH;
  if (lang === 'zh') return CHINESE;
  return NONE;
}

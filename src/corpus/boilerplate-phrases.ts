/** What pages print around an article, as set phrases. A line is dropped when it consists of nothing else. */
import { phraseList as list } from './phrase-matcher.ts';

/** Labels of advertisements and the links that skip them. */
export const ADVERTISING = list(`
  publicité | annonce publicitaire | passer la publicité | fermer la publicité |
  contenu sponsorisé | la suite après la publicité | la suite après cette publicité |
  l'article continue après la publicité | advertisement | skip advertisement | skip ad | close ad |
  sponsored content | paid content | article continues after advertisement |
  article continues below advertisement | scroll to continue |
  story continues below advertisement | continue reading below | scroll to continue with content |
  content continues below | 广告 | 赞助内容 | 广告之后继续 | 继续阅读下文
`);

/** Verbs of a share bar: one of them makes a line of network names a share bar. */
export const SHARE_VERBS = list(`
  partager | partagez | partager cet article | partager l'article | partager sur | partager par |
  partager via | envoyer par e-mail | copier le lien | lien copié | imprimer | suivez-nous |
  suivez-nous sur | share | share this | share this article | share this story | share on |
  share via | share to | share with | email this | copy link | link copied | print this |
  tweet this | follow us | follow us on | click to share on | cliquez pour partager sur |
  opens in new window | ouvre dans une nouvelle fenêtre | 分享 | 分享到 | 分享至 | 分享此文 | 复制链接 | 打印 | 扫一扫 |
  关注我们
`);

/** Names that stand in a share bar beside the verb. */
export const SHARE_TARGETS = list(`
  facebook | twitter | x | whatsapp | linkedin | telegram | messenger | reddit | pinterest |
  bluesky | mastodon | threads | instagram | tumblr | email | e-mail | mail | courriel | print |
  tweet | pin | sms | flipboard | pocket | line | weibo | wechat | et | and | ou | or | 微信 | 微博 |
  新浪微博 | qq | qq空间 | 朋友圈 | 豆瓣 | 邮件
`);

/** Menus and links to elsewhere. */
export const NAVIGATION = list(`
  accueil | menu | retour en haut | haut de page | aller au contenu | aller au contenu principal |
  page suivante | page précédente | article suivant | article précédent | se connecter |
  s'abonner | s'inscrire | je me connecte | lire la suite | lire aussi | à lire aussi |
  lire également | à lire également | voir aussi | à voir aussi | sur le même sujet |
  sur le même thème | articles liés | articles similaires | voir plus | en savoir plus |
  écouter cet article | ajouter aux favoris | sauvegarder | réservé aux abonnés | home |
  back to top | skip to content | skip to main content | next page | previous page | next article |
  previous article | next post | previous post | log in | sign in | sign up | subscribe |
  subscribe now | read more | read also | also read | see also | related articles |
  related stories | related topics | more on this story | recommended for you | you may also like |
  most read | most popular | listen to this article | save article | load more | show more | 首页 |
  返回首页 | 返回顶部 | 上一篇 | 下一篇 | 上一页 | 下一页 | 登录 | 注册 | 订阅 | 延伸阅读 | 相关阅读 | 相关新闻 | 相关报道 | 相关文章 | 推荐阅读 |
  更多新闻 | 阅读更多 | 查看更多 | 热门文章 | 点击查看更多
`);

/** Comment forms, with the counts before them («1 Comment»). */
export const COMMENT_FORM = list(`
  commentaire | commentaires | aucun commentaire | laisser un commentaire |
  laissez un commentaire | ajouter un commentaire | publier un commentaire |
  poster un commentaire | écrire un commentaire | commenter | voir les commentaires |
  annuler la réponse | laisser une réponse | répondre | votre adresse e-mail | ne sera pas publiée |
  votre adresse de messagerie | ne sera pas publiée | votre adresse email | ne sera pas publiée |
  votre courriel | ne sera pas publié | les champs obligatoires sont indiqués avec |
  les champs obligatoires sont marqués d’un astérisque |
  enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire |
  nom | site web | prévenez-moi de tous les nouveaux commentaires par e-mail | adresse e-mail |
  e-mail | comment | comments | no comments | no comments yet | leave a comment | leave a reply |
  add a comment | post a comment | post comment | view comments | show comments |
  join the conversation | cancel reply | reply | your email address will not be published |
  required fields are marked | name | email | website |
  save my name, email, and website in this browser for the next time i comment |
  notify me of new posts by email | notify me of follow-up comments by email | 评论 | 条评论 | 发表评论 |
  发表回复 | 留言 | 暂无评论 | 取消回复 | 我要评论 | 查看评论 | 您的电子邮箱地址不会被公开 | 您的邮箱地址不会被公开 | 电子邮件地址不会被公开 | 必填项已用 | 标注 |
  姓名 | 昵称 | 邮箱 | 网站
`);

/** Of the comment forms' phrases, words of so little weight that a line needs another phrase beside them. */
export const COMMENT_FIELDS = list(`
  commentaire | commentaires | comment | comments | nom | name | email | e-mail | adresse e-mail |
  website | site web | reply | répondre | commenter | 标注 | 姓名 | 昵称 | 邮箱 | 网站 | 评论 | 留言
`);

/** Consent banners and newsletter boxes. */
export const CONSENT = list(`
  accepter | tout accepter | accepter tout | accepter les cookies | refuser | tout refuser |
  continuer sans accepter | paramétrer les cookies | gérer mes cookies | personnaliser mes choix |
  politique de confidentialité | mentions légales | conditions générales d'utilisation |
  newsletter | infolettre | inscrivez-vous à notre newsletter | inscrivez-vous à la newsletter |
  abonnez-vous à notre newsletter | abonnez-vous à la newsletter | accept | accept all |
  accept cookies | accept all cookies | reject all | manage cookies | cookie settings |
  cookie policy | privacy policy | terms of use | terms of service | sign up for our newsletter |
  sign up to our newsletter | subscribe to our newsletter | get our newsletter | 接受 | 接受所有cookie |
  全部接受 | 隐私政策 | 使用条款 | cookie政策 | 订阅我们的新闻通讯 | 订阅新闻简报 | 订阅电子报
`);

/** Words of a line that says how long ago, or how long to read. */
export const AGE_AND_LENGTH = list(`
  il y a | publié il y a | mis à jour il y a | une | un | seconde | secondes | minute | minutes |
  min | mn | heure | heures | h | jour | jours | semaine | semaines | mois | an | ans |
  temps de lecture | de lecture | lecture | ago | published | updated | posted | a | second |
  seconds | hour | hours | day | days | week | weeks | month | months | year | years | mins | hr |
  hrs | read | reading time | about | just now | à l'instant | hier | yesterday | 秒前 | 分钟前 | 小时前 |
  天前 | 周前 | 个月前 | 月前 | 年前 | 刚刚 | 发布于 | 阅读时间 | 分钟 | 约 | 阅读
`);

/** Of those, the phrases without which such a line says nothing about age or length. */
export const AGE_AND_LENGTH_KEYS = list(`
  il y a | publié il y a | mis à jour il y a | temps de lecture | de lecture | ago | read |
  reading time | just now | à l'instant | 秒前 | 分钟前 | 小时前 | 天前 | 周前 | 个月前 | 月前 | 年前 | 刚刚 | 阅读时间
`);

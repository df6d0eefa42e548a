/**
 * Our Chinese texts as they are written in Taiwan: sentence by sentence, since a character alone does not tell its
 * traditional form, and other words are used for many things.
 */

const TRADITIONAL: Readonly<Record<string, string>> = {
  提问: '提問',
  来源: '來源',
  案件簿: '案件簿',
  帮助: '說明',
  设置: '設定',
  删除我的数据: '刪除我的資料',
  问题: '問題',
  语言: '語言',
  仅自己可见: '僅自己可見',
  案件: '案件',
  回答: '回答',
  可见性: '可見性',
  追问: '追問',
  提问频道: '提問頻道',
  消息列: '討論串',
  用户: '使用者',
  适用于: '適用於',
  '就此询问 Casebook': '就此詢問 Casebook',
  询问某次网络攻击及其归因: '詢問某次網路攻擊及其歸因',
  '问题，可用法语、英语或中文': '問題，可用法文、英文或中文',
  '回答所用语言；默认与提问语言相同': '回答所用語言；預設與提問語言相同',
  仅向您本人显示回答: '僅向您本人顯示回答',
  '语料库内容，或某一案件的来源': '語料庫內容，或某一案件的來源',
  '案件：标题中的词语或行为者': '案件：標題中的詞語或行為者',
  '帮助、设置与删除您的数据': '說明、設定與刪除您的資料',
  'Casebook 的用途与提问方法': 'Casebook 的用途與提問方法',
  '查看或更改 Casebook 在此处的回答方式': '檢視或變更 Casebook 在此處的回答方式',
  '删除已保存的您的提问、回答与评价': '刪除已儲存的您的提問、回答與評價',
  回答所用语言: '回答所用語言',
  'Casebook 是否在此处回答': 'Casebook 是否在此處回答',
  谁能看到对命令的回复: '誰能看到對指令的回覆',
  在已回答过的消息列中无需提及即可追问: '在已回答過的討論串中無需提及即可追問',
  本频道的每条消息都视为提问: '本頻道的每則訊息都視為提問',
  '为每个回答开启消息列（Slack 始终如此）': '為每個回答開啟討論串（Slack 始終如此）',
  '可以提问的人；“everyone”表示所有人': '可以提問的人；「everyone」表示所有人',
  '本频道，或整个工作区': '本頻道，或整個工作區',
  与提问相同: '與提問相同',
  法语: '法文',
  英语: '英文',
  中文: '中文',
  整个频道: '整個頻道',
  仅提问者: '僅提問者',
  本频道: '本頻道',
  整个工作区: '整個工作區',
};

/** The text as it is where its traditional form is not known; a prefix before it stays. */
export function traditional(text: string): string {
  const known = TRADITIONAL[text];
  if (known !== undefined) return known;
  const [prefix = ''] = /^[a-z0-9_-]+/.exec(text) ?? [];
  return `${prefix}${TRADITIONAL[text.slice(prefix.length)] ?? text.slice(prefix.length)}`;
}

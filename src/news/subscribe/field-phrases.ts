/** What is wrong with a field of a subscription, in three languages. */
import type { AnswerLang } from '../../core/answer.ts';

interface FieldPhrases {
  readonly badSchedule: (typed: string) => string;
  readonly scheduleOfLive: string;
  readonly badTimeZone: (typed: string, near: readonly string[]) => string;
  readonly badQuietHours: (typed: string) => string;
  readonly badMaxPerHour: (typed: string) => string;
}

export const FIELD_PHRASES: Record<AnswerLang, FieldPhrases> = {
  fr: {
    badSchedule: (typed) =>
      `« ${typed} » n’est pas un horaire : écrivez « chaque jour 08:00 », « lundi 08:00 », « jours ouvrés 08:00 » ou cinq champs de cron (une fois par heure au plus).`,
    scheduleOfLive: 'Un horaire est celui d’un digest : choisissez le mode digest, ou retirez l’horaire.',
    badTimeZone: (typed, near) =>
      `« ${typed} » n’est pas un fuseau horaire : écrivez un nom tel que Europe/Paris.${near.length === 0 ? '' : ` Peut-être : ${near.join(', ')} ?`}`,
    badQuietHours: (typed) =>
      `« ${typed} » ne dit pas d’heures de silence : écrivez par exemple 22:00-07:00 (pas un jour entier).`,
    badMaxPerHour: (typed) =>
      `« ${typed} » n’est pas un nombre de publications par heure : écrivez un nombre de 1 à 60.`,
  },
  en: {
    badSchedule: (typed) =>
      `“${typed}” is no schedule: write “daily 08:00”, “mon 08:00”, “weekdays 08:00” or five fields of cron (once an hour at most).`,
    scheduleOfLive: 'A schedule is a digest’s: choose the mode digest, or leave the schedule out.',
    badTimeZone: (typed, near) =>
      `“${typed}” is no time zone: write a name such as Europe/Paris.${near.length === 0 ? '' : ` Perhaps: ${near.join(', ')}?`}`,
    badQuietHours: (typed) =>
      `“${typed}” does not tell quiet hours: write, for instance, 22:00-07:00 (not a whole day).`,
    badMaxPerHour: (typed) => `“${typed}” is no number of posts an hour: write a number from 1 to 60.`,
  },
  zh: {
    badSchedule: (typed) =>
      `“${typed}”不是时间安排：请写“每天 08:00”、“每周一 08:00”、“工作日 08:00”，或五段 cron 表达式（每小时最多一次）。`,
    scheduleOfLive: '时间安排只用于摘要：请选择 digest 模式，或去掉时间安排。',
    badTimeZone: (typed, near) =>
      `“${typed}”不是时区：请写 Europe/Paris 这样的名称。${near.length === 0 ? '' : `您是否要写：${near.join('、')}？`}`,
    badQuietHours: (typed) => `“${typed}”不是免打扰时段：请写例如 22:00-07:00（不能是一整天）。`,
    badMaxPerHour: (typed) => `“${typed}”不是每小时的帖子数：请写 1 到 60 的数字。`,
  },
};

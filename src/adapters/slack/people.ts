/** Who a person is in the workspace: whether they administer it, and the language of their client. */
import { ANSWER_LANGS, type AnswerLang } from '../../core/answer.ts';
import { errorMessage } from '../../core/errors.ts';
import { type Fields, fields, list, text } from './fields.ts';
import type { Identity } from './identity.ts';
import type { SlackCall } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';

export interface Person {
  readonly isAdmin: boolean;
  readonly lang: AnswerLang | undefined;
}

/** None of these rejects. */
export interface People {
  /** Somebody without rights or language where Slack does not tell. */
  who(userId: string): Promise<Person>;
  /** Freshly asked: rights may have been taken away. */
  isAdmin(userId: string): Promise<boolean>;
  /** Known from before, without asking. */
  knownLang(userId: string): AnswerLang | undefined;
}

/** Milliseconds for which a person is remembered, and for which their rights are. */
const REMEMBERED = 10 * 60_000;
const RIGHTS_REMEMBERED = 30_000;
const MOST_PEOPLE = 5_000;
const NOBODY: Person = { isAdmin: false, lang: undefined };

export function createPeople(
  call: SlackCall,
  { teamId }: Identity,
  log: SlackLog,
  now: () => number,
): People {
  const known = new Map<string, { at: number; person: Person }>();

  async function ask(userId: string, longest: number, method: 'once' | 'repeat'): Promise<Person> {
    const remembered = known.get(userId);
    if (remembered !== undefined && now() - remembered.at < longest) return remembered.person;
    try {
      const user = fields((await call[method]('users.info', { user: userId, include_locale: true })).user);
      const person = {
        isAdmin: belongs(user, teamId) && (user.is_admin === true || user.is_owner === true),
        lang: readLocale(user.locale),
      };
      if (known.size >= MOST_PEOPLE) known.clear();
      known.set(userId, { at: now(), person });
      return person;
    } catch (error) {
      log.warn({ error: errorMessage(error) }, 'Slack did not tell who a person is');
      return NOBODY;
    }
  }

  return {
    who: (userId) => ask(userId, REMEMBERED, 'once'),
    isAdmin: async (userId) => (await ask(userId, RIGHTS_REMEMBERED, 'repeat')).isAdmin,
    knownLang: (userId) => known.get(userId)?.person.lang,
  };
}

/** False for people of other organisations in a shared channel: what they administer is not this workspace. */
function belongs(user: Fields, teamId: string): boolean {
  if (user.is_stranger === true) return false;
  const home = text(user.team_id) ?? teamId;
  return home === teamId || list(fields(user.enterprise_user).teams).includes(teamId);
}

function readLocale(locale: unknown): AnswerLang | undefined {
  const language = text(locale)?.split(/[-_]/)[0]?.toLowerCase();
  return ANSWER_LANGS.find((lang) => lang === language);
}

/** What a form must know when it comes back. */
import { fields, text } from './fields.ts';

export interface FormState {
  readonly command: string;
  readonly subcommand: string | null;
  readonly channel: string;
  readonly team?: string;
  readonly responseUrl?: string;
  /** What the form showed, by the argument's name: what was not changed is not sent. */
  readonly current: Readonly<Record<string, string>>;
}

/** Slack's limit for `private_metadata`, in characters. */
const LONGEST = 3_000;

export function writeFormState(state: FormState): string {
  const written = JSON.stringify(state);
  // A long list of people: then everything that the form shows is sent.
  return written.length <= LONGEST ? written : JSON.stringify({ ...state, current: {} });
}

/** Null where it is none of ours. */
export function readFormState(written: unknown): FormState | null {
  let read: unknown;
  try {
    read = JSON.parse(text(written) ?? '');
  } catch {
    return null;
  }
  const state = fields(read);
  const [command, channel] = [text(state.command), text(state.channel)];
  if (command === undefined || channel === undefined) return null;
  const [team, responseUrl] = [text(state.team), text(state.responseUrl)];
  const current = Object.entries(fields(state.current)).flatMap(([name, value]) => {
    const known = text(value);
    return known === undefined ? [] : [[name, known]];
  });
  return {
    command,
    channel,
    subcommand: text(state.subcommand) ?? null,
    current: Object.fromEntries(current),
    ...(team === undefined ? {} : { team }),
    ...(responseUrl === undefined ? {} : { responseUrl }),
  };
}

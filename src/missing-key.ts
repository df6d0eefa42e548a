/** Keys that the chosen models want. */
import type { SettingName, Settings } from './settings.ts';

/** What is wrong when the provider of a model wants a key that is not set; null when nothing is. */
export function missingKeyProblem(
  settings: Settings,
  setting: 'CHAT_MODEL' | 'EMBEDDING_MODEL',
): string | null {
  const model = settings[setting];
  const need = (name: SettingName) =>
    settings[name] === ''
      ? `${name} is empty, but ${setting} is "${model}": set the key or empty ${setting}`
      : null;
  if (model.startsWith('anthropic:')) return need('ANTHROPIC_API_KEY');
  if (model.startsWith('mistral:')) return need('MISTRAL_API_KEY');
  // A compatible server of one's own often wants no key.
  if (model.startsWith('openai:') && settings.OPENAI_BASE_URL === '') return need('OPENAI_API_KEY');
  return null;
}

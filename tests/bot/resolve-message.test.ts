/** In which language the bot speaks to somebody who gave it nothing but a case's id. */
import { expect, it } from 'vitest';
import { collector, message, testBot } from '../support/bot-kit.ts';

it.each([
  ['2023-valdoria-seismic-us', 'fr', 'Je ne connais pas d’affaire'],
  ['2023-valdoria-seismic-us', 'zh', '2023-valdoria-seismic-us'],
  ['2014-le-mans-de-la', 'en', 'I know no case'],
] as const)('the id %s is of no language: the client’s (%s) decides', async (text, uiLang, said) => {
  const platform = collector();
  await testBot().handle(platform, message({ command: 'case', text, uiLang }));
  expect(JSON.stringify(platform.replies[0]?.events)).toContain(said);
  expect(JSON.stringify(platform.replies[0]?.events).includes('I know no case')).toBe(uiLang === 'en');
});

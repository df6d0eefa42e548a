/** Which questions want a sum, and which sentences name one. */
import { expect, test } from 'vitest';
import { asksForMoney, namesMoney } from '../../src/answer/money.ts';

test.each([
  'Combien Malte a-t-elle payé ?',
  'How much did the repair cost?',
  'What ransom did they ask for?',
  '马耳他花费了多少？',
])('money is asked for: %s', (text) => {
  expect(asksForMoney(text)).toBe(true);
});

test.each(['Combien de ferries ?', 'Which ransomware was it?', 'Quel rançongiciel ?', '多少艘渡轮？'])(
  'no money is asked for: %s',
  (text) => {
    expect(asksForMoney(text)).toBe(false);
  },
);

test('a sum has a currency', () => {
  for (const sum of ['12 millions de dollars', '17,500 kroons', '€40', '300万元'])
    expect(namesMoney(sum)).toBe(true);
  for (const none of ['12 millions de passagers', '40 ferries', '2031年'])
    expect(namesMoney(none)).toBe(false);
});

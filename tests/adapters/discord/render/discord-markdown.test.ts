/** The model that the other tests read messages with: it must see markup, or they prove nothing. */
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../support/discord/discord-markdown.ts';

const kinds = (content: string): string[] => flatten(content).formatting.map(({ kind }) => kind);

describe('flatten', () => {
  it.each([
    ['**b**', 'bold', 'b'],
    ['*i*', 'italics', 'i'],
    ['_i_', 'italics', 'i'],
    ['__u__', 'underline', 'u'],
    ['~~s~~', 'strikethrough', 's'],
    ['||s||', 'spoiler', 's'],
    ['`c`', 'code', 'c'],
    ['```js\nc\n```', 'code', 'c\n'],
    ['# h', 'heading', 'h'],
    ['a\n- l', 'list', 'a\nl'],
    ['12. l', 'list', 'l'],
    ['> q', 'quote', 'q'],
    ['>>> q', 'quote', 'q'],
    ['-# s', 'subtext', 's'],
    ['<t:1:R>', 'timestamp', ''],
    [':smile:', 'emoji', ''],
    ['<:x:1>', 'emoji', ''],
  ])('sees the markup of %j', (content, kind, text) => {
    expect(kinds(content)).toEqual([kind]);
    expect(flatten(content).text).toBe(text);
  });

  it.each(['@everyone', '@here', '<@1>', '<@!1>', '<@&1>', '<#1>', '</ask:1>', '<id:browse>'])(
    'sees the mention %s',
    (content) => expect(flatten(`a ${content}`).mentions).toEqual([content]),
  );

  it.each([
    ['[a](https://x.example)', 'https://x.example'],
    ['[[1]](<https://x.example>)', 'https://x.example'],
    ['[1] a ](https\\://x.example)', 'https://x.example'],
    ['<https://x.example/*_>', 'https://x.example/*_'],
    ['a https://x.example/b.', 'https://x.example/b'],
    ['xhttps://x.example', 'https://x.example'],
  ])('sees the link of %s', (content, url) => expect(flatten(content).links).toEqual([url]));

  it('knows which links have a preview', () => {
    expect(flatten('<https://x.example> [a](<https://x.example>)').previews).toEqual([]);
    expect(flatten('[a](https://x.example) discord.gg/x').previews).toHaveLength(2);
  });

  it('undoes escapes, and leaves plain text alone', () => {
    expect(flatten('\\*a\\* \\\\ https\\://x.example [1] (b)')).toEqual({
      text: '*a* \\ https://x.example [1] (b)',
      links: [],
      mentions: [],
      formatting: [],
      previews: [],
    });
  });
});

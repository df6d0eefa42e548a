/** A chat model behind an address: it answers, stalls, fails, talks nonsense, and hangs up. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scenario } from '../scenario.ts';

type Manner = (response: ServerResponse) => void;

const SENTENCE = 'According to the passages, the ministry was attacked and an accusation was made [1].';

const chunk = (content: string): string =>
  `data: ${JSON.stringify({
    id: 'c',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'm',
    choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }],
  })}\n\n`;

const begin = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
};

const answer: Manner = (response) => {
  begin(response);
  for (const word of SENTENCE.split(/(?<= )/)) response.write(chunk(word));
  response.end('data: [DONE]\n\n');
};

const MANNERS: Readonly<Record<string, Manner>> = {
  'model stalls in mid-stream': (response) => {
    begin(response);
    response.write(chunk(SENTENCE.slice(0, 40)));
  },
  'model never begins': () => undefined,
  'model 500': (response) => response.writeHead(500).end('{"error":{"message":"broken"}}'),
  'model 429': (response) =>
    response.writeHead(429, { 'retry-after': '1' }).end('{"error":{"message":"slow down"}}'),
  'model talks nonsense': (response) => {
    begin(response);
    response.end('data: {"choices": [{"delta"\n\n\u0000\u0001 data: nothing\n\n');
  },
  'model hangs up': (response) => {
    begin(response);
    response.write(chunk(SENTENCE.slice(0, 30)), () => response.destroy());
  },
  'model writes without end': (response) => {
    begin(response);
    const timer = setInterval(() => response.write(chunk(`${SENTENCE} `)), 5);
    response.on('close', () => clearInterval(timer));
  },
};

export const MODELS: Scenario = {
  name: 'models',
  what: 'the model stalls, fails, talks nonsense, hangs up, writes without end',
  async prepare() {
    let manner = answer;
    const server = createServer((request, response) => {
      request.resume();
      request.on('end', () => manner(response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      env: {
        CHAT_MODEL: 'openai:scripted',
        OPENAI_API_KEY: 'of-the-run',
        OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      },
      faults: () => [
        ...Object.entries(MANNERS).map(([name, of]) => ({
          name,
          inject: () => {
            manner = of;
          },
        })),
        {
          name: 'model well again',
          inject: () => {
            manner = answer;
          },
        },
      ],
      pause: 2_000,
      calm() {
        manner = answer;
      },
      async close() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  },
};

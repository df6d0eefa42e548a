/** Publishers that send bombs: packed, endless, slow, huge, of entities. Beside them one whose feed is well. */
import { writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { GENERAL } from '../../../tests/support/slack/workspace.ts';
import type { Scenario } from '../scenario.ts';

const XML = { 'content-type': 'application/rss+xml' };
const HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>';
const FILLING = Buffer.alloc(65_536, '<item><title>filling</title></item>');

/** Writes as fast as it is read, until so many bytes are sent. */
function pour(response: ServerResponse, bytes: number): void {
  let sent = 0;
  const more = (): void => {
    while (!response.destroyed && sent < bytes) {
      sent += FILLING.length;
      if (!response.write(FILLING)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

/** What unpacks to half a gigabyte. */
const packed = (() => gzipSync(Buffer.alloc(512 * 1_048_576)))();

const MANNERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  packed: (response) => response.writeHead(200, { ...XML, 'content-encoding': 'gzip' }).end(packed),
  endless: (response) => pour(response.writeHead(200, XML), Number.POSITIVE_INFINITY),
  huge: (response) => pour(response.writeHead(200, { ...XML, 'content-length': 100_000_000 }), 100_000_000),
  slow: (response) => {
    response.writeHead(200, XML);
    const timer = setInterval(() => response.write('<'), 200);
    response.on('close', () => clearInterval(timer));
  },
  silent: () => undefined,
  entities: (response) => {
    const levels = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
    response
      .writeHead(200, XML)
      .end(`<!DOCTYPE rss [<!ENTITY e0 "boom">${levels.join('')}]>${HEAD}<item><title>&e20;</title></item>`);
  },
  deep: (response) => response.writeHead(200, XML).end(HEAD + '<a>'.repeat(300_000)),
  broken: (response) => {
    response.writeHead(200, XML);
    response.write(HEAD, () => response.destroy());
  },
};

export const FEED_BOMBS: Scenario = {
  name: 'feed-bombs',
  what: 'feeds that are packed bombs, endless, huge, slow, silent, nested, broken; polled again and again',
  async prepare({ slack }, dataDir) {
    let issue = 0;
    const server = createServer((request, response) => {
      response.on('error', () => undefined);
      const manner = MANNERS[request.url?.slice(1) ?? ''];
      if (manner !== undefined) return manner(response);
      const items = Array.from(
        { length: Math.min(issue, 20) },
        (_, i) => `<item><title>Issue ${issue - i}</title></item>`,
      );
      response.writeHead(200, XML).end(`${HEAD}${items.join('')}</channel></rss>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const feeds = [...Object.keys(MANNERS), 'well'].map((name) => `  - url: http://${host}/${name}`);
    const place = `  - platform: slack\n    workspace: ${slack.state.workspace.team.id}\n    channel: ${GENERAL}`;
    writeFileSync(
      join(dataDir, 'news.yaml'),
      `feeds:\n${feeds.join('\n')}\nsubscriptions:\n${place}\n    topic: APT31\n    lang: en\n`,
    );
    return {
      env: { FETCH_ALLOW: host },
      faults: () => [
        {
          name: 'bombs polled',
          inject() {
            issue += 1;
            const db = new DatabaseSync(join(dataDir, 'state.sqlite'), { timeout: 5_000 });
            db.exec(`UPDATE feeds SET next_poll_at = '2026-01-01T00:00:00.000Z', disabled_at = NULL`);
            db.close();
          },
        },
      ],
      pause: 4_000,
      async close() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  },
};

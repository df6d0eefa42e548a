/** Every page leads where it says: links, anchors, commands and files that it names exist. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Pages of the project: those of `docs/` and those beside README.md. Case files and prompts are no pages. */
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  'corpus/README.md',
];
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The text without blocks of code and without marks of code, in which nothing is a link. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors of a page, as GitHub makes them of headings. */
function anchorsOf(page: string): Set<string> {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, '');
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6} +(.+)$/gm)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
    let unique = anchor;
    for (let n = 1; anchors.has(unique); n += 1) unique = `${anchor}-${n}`;
    anchors.add(unique);
  }
  return anchors;
}

test.each(PAGES)('%s links to what is there', (page) => {
  const dead: string[] = [];
  for (const [, target = ''] of prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
    if (!existsSync(join(ROOT, file)) || file.startsWith('..')) dead.push(target);
    else if (anchor !== undefined && !anchorsOf(file).has(decodeURIComponent(anchor))) dead.push(target);
  }
  expect(dead).toEqual([]);
});

test.each(PAGES)('%s names commands and files that exist', (page) => {
  const text = read(page);
  // A command before `--prefix DIR` is another project's.
  const commands = [...text.matchAll(/npm run (?:-s |--silent )*([a-z][\w:-]*)/g)].map(
    ([, name = '']) => name,
  );
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  const files = [...text.matchAll(/`((?:src|scripts|deploy|tests|prompts|corpus)\/[\w./-]+\.\w+)`/g)]
    .map(([, file = '']) => file)
    .filter((file) => !existsSync(join(ROOT, file)));
  expect(files).toEqual([]);
});

test('docs/README.md lists every page, and every picture is of a size that loads fast', () => {
  const index = read('docs/README.md');
  const pages = PAGES.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
  expect(pages.filter((page) => !index.includes(`](${relative('docs', page)}`))).toEqual([]);
  for (const name of readdirSync(join(ROOT, 'docs', 'images')))
    expect(statSync(join(ROOT, 'docs', 'images', name)).size, name).toBeLessThan(300 * 1024);
});

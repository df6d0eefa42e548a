/** An explanation as lines for people. */
import type { explainAnswer } from '../app-explain.ts';
import { answerText } from '../core/answer.ts';
import type { AnswerAudit } from '../core/audit.ts';
import { printable } from './printable.ts';

type Explanation = Awaited<ReturnType<typeof explainAnswer>>[number];

export function explanationLines(explanation: Explanation): string[] {
  const { answer, audit } = explanation;
  return [
    ...heading(explanation),
    ...(audit === null
      ? [
          '',
          'How it came about was not kept: it was given by an older version, or by one that keeps no audit.',
        ]
      : [...modelLines(audit), ...passageLines(explanation), ...droppedLines(audit)]),
    ...section(
      'notices',
      answer.notices.map(({ code, text }) => `${code}: ${text}`),
    ),
    ...(audit === null
      ? []
      : section(
          'milliseconds',
          Object.entries(audit.timings).map(([stage, ms]) => `${stage} ${Math.round(ms)}`),
        )),
    ...afterwards(explanation),
  ].map(printableLine);
}

/** Indentation is ours, the rest may be anybody's. */
const printableLine = (line: string): string => {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return `${indent}${printable(line.slice(indent.length))}`;
};

function heading({
  answer,
  audit,
  question,
  givenAt,
  platform,
  workspaceId,
  channelId,
}: Explanation): string[] {
  const text = answerText(answer);
  const asked = audit?.asked ?? answer.asked ?? question;
  return [
    `${answer.id}  ${givenAt}  ${[platform, workspaceId, channelId].filter(Boolean).join(' ')}`,
    `asked: ${question}`,
    ...(asked === question ? [] : [`understood as: ${asked}`]),
    `${answer.status}, ${answer.method}, ${answer.lang}`,
    ...section('answer', text === '' ? [answer.lead ?? '(none: the corpus does not say)'] : text.split('\n')),
    ...section(
      'cited',
      answer.citations.map(
        ({ n, sourceId, publisher, date, title }) =>
          `[${n}] ${sourceId}  ${[publisher, date].filter((part) => part !== null).join(', ')}  ${title}`,
      ),
    ),
  ];
}

function modelLines({ model, versions }: AnswerAudit): string[] {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  if (model === null) return section('made', ['without a model', ...named]);
  const { name, promptHash, outcome, failure, tokens } = model;
  return section('made', [
    `model ${name}: ${outcome}${failure === null ? '' : ` (${failure})`}`,
    `prompt ${promptHash}`,
    ...(tokens === null ? [] : [`tokens ${tokens.input} in, ${tokens.output} out`]),
    ...named,
  ]);
}

const NOW = {
  same: '',
  changed: '  ! the source has changed since: these may not be the words that were read',
  gone: '  ! the source is no longer in the corpus',
} as const;

function passageLines({ passages }: Explanation): string[] {
  return (['cited', 'read', 'found'] as const).flatMap((use) =>
    section(
      `passages ${use}`,
      passages
        .filter((passage) => passage.use === use)
        .flatMap(({ sourceId, start, end, now, text }) => [
          `${sourceId} ${start}-${end}${NOW[now]}`,
          ...(text === null ? [] : [`  ${text.replace(/\s+/g, ' ')}`]),
        ]),
    ),
  );
}

function droppedLines({ sentences }: AnswerAudit): string[] {
  return section(
    'kept from the reader or put right by verification',
    sentences.flatMap(({ text, outcome, reasons }) => [`${outcome}: ${text}`, `  ${reasons.join('; ')}`]),
  );
}

function afterwards({ answer, ratings, errors, corrections }: Explanation): string[] {
  return [
    ...section(
      'ratings',
      ratings.map(({ verdict, ratedAt }) => `${ratedAt}  ${verdict}`),
    ),
    ...section(
      'errors reported',
      errors.flatMap(({ reportedAt, text, sentence }) => [
        `${reportedAt}  ${text.replace(/\s+/g, ' ')}`,
        ...(sentence === null
          ? []
          : [`  in: ${answer.sentences[sentence - 1]?.text ?? `sentence ${sentence}`}`]),
      ]),
    ),
    ...section(
      'corrections of its sources',
      corrections.map(({ sourceId, kind, date, note, sentAt, dueAt, attempts }) => {
        const what = [kind, date, note].filter((part) => part !== null).join(', ');
        const told = sentAt === null ? `not told yet: due ${dueAt}, attempts ${attempts}` : `told ${sentAt}`;
        return `${sourceId}  ${what}  (${told})`;
      }),
    ),
  ];
}

function section(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${name}:`, ...lines.map((line) => `  ${line}`)];
}

/** A citation on Discord: the very text, shown as it is, and nothing of it interpreted. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { payload } from '../../../../src/adapters/discord/payload.ts';
import { renderCitation } from '../../../../src/adapters/discord/render/render-citation.ts';
import { reportForm } from '../../../../src/adapters/discord/render/report-form.ts';
import { ANSWER_LANGS } from '../../../../src/core/answer.ts';
import { citationText } from '../../../../src/core/citation-text.ts';
import { answerArbitrary } from '../../../support/answer-arbitrary.ts';
import { attachmentProblems } from '../../../support/discord/attachment-rules.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { ANSWERED, longAnswer } from '../../../support/sample-answers.ts';

it('is one block of code, or a file, of every answer', () => {
  fc.assert(
    fc.property(answerArbitrary, (answer) => {
      const message = renderCitation(answer);
      const text = citationText(answer, answer.lang).toWellFormed();
      const { file, content } = message;
      expect(messageProblems(payload(message))).toEqual([]);
      if (file === undefined) {
        expect(content).toBe(`\`\`\`\n${text}\n\`\`\``);
        // Nothing in it ends the block.
        expect(content.split('```')).toHaveLength(3);
      } else {
        expect(attachmentProblems(payload(message), [{ field: 'files[0]', ...file }])).toEqual([]);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)).toBe(text);
        expect(content).not.toContain(text);
      }
    }),
    { numRuns: 100 },
  );
});

it('is a file where the block would end within, or has no room', () => {
  const fenced = { ...ANSWERED, sentences: [{ ...ANSWERED.sentences[0], text: 'a ``` @everyone' }] };
  expect(renderCitation(fenced as typeof ANSWERED).file?.name).toBe('citation.txt');
  expect(renderCitation(longAnswer()).file?.contentType).toBe('text/plain; charset=utf-8');
});

it.each(ANSWER_LANGS)('has a form for errors within Discord’s limits (%s)', (lang) => {
  const form = reportForm('error:answer-1', lang);
  expect(form.title.length).toBeLessThanOrEqual(45);
  for (const { label, description } of form.components) {
    expect(label.length).toBeLessThanOrEqual(45);
    expect(description.length).toBeLessThanOrEqual(100);
  }
});

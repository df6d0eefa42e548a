/** From sketch to PNG, with the real library, fonts and thread. */
import { afterAll, describe, expect, it } from 'vitest';
import { createPictures, writePicture } from '../../src/app-pictures.ts';
import { toCaseFile } from '../../src/cases/case-file.ts';
import { caseReport } from '../../src/cases/case-report.ts';
import { timelineReport } from '../../src/cases/timeline-report.ts';
import { createSvgRenderer } from '../../src/pictures/render-svg.ts';
import { SAMPLE_CASE } from '../support/report-kit.ts';

const warnings: Record<string, unknown>[] = [];
const pictures = createPictures({ warn: (fields) => void warnings.push(fields) });
const report = timelineReport(toCaseFile(SAMPLE_CASE), 'zh');

afterAll(() => pictures.close());

describe('drawing', () => {
  it('makes a PNG of the size that was described, once for the same report', async () => {
    const [picture, same] = await Promise.all([pictures.draw(report), pictures.draw(report)]);
    if (picture === null) expect.fail(JSON.stringify(warnings));
    const { png, ...frame } = picture;
    expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const header = Buffer.from(png.buffer, png.byteOffset, 24);
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([frame.width, frame.height]);
    expect(await pictures.describe(report)).toEqual(frame);
    expect(same?.png).toBe(png);
  });

  it('has no picture of a card, and says so to who wants it as a file', async () => {
    const card = caseReport(toCaseFile(SAMPLE_CASE), 'fr');
    expect(await pictures.draw(card)).toBeNull();
    await expect(writePicture(pictures, card, '/nowhere/x.png')).rejects.toThrow('there is no picture');
    await expect(writePicture(pictures, report, '/nowhere/x.png')).rejects.toThrow('cannot be written');
    expect(warnings).toEqual([]);
  });

  it('draws accents and Chinese with letters, not with boxes', async () => {
    const renderer = createSvgRenderer();
    const draw = (text: string) =>
      renderer.render(
        `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><text y="50" font-size="48" font-family="Noto Sans, Noto Sans SC">${text}</text></svg>`,
      );
    // A letter that no font has is drawn as the same box, whichever it is.
    const letters = ['é', 'Č', 'ł', '攻', '网', 'Ж', '’'];
    const drawn = await Promise.all(
      letters.map(async (letter) => Buffer.from(await draw(letter)).toString('base64')),
    );
    expect(new Set(drawn).size).toBe(letters.length);
    await renderer.close();
  });

  it('rejects what is no SVG, and goes on', async () => {
    const renderer = createSvgRenderer();
    await expect(renderer.render('<svg')).rejects.toThrow();
    await expect(
      renderer.render('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ).resolves.toBeInstanceOf(Uint8Array);
    await renderer.close();
  });

  it('gives up what is under way when it is closed', async () => {
    const renderer = createSvgRenderer();
    const drawing = renderer.render('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const closing = renderer.close();
    await expect(drawing).rejects.toThrow('ending');
    await closing;
  });
});

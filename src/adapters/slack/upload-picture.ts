/** Brings a picture to Slack as a file of the app's own, shared with nobody: whoever sees a message sees its picture. */
import type { Picture } from '../../core/picture.ts';
import { text } from './fields.ts';
import { pictureAlt } from './render/picture-block.ts';
import type { SlackCall } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { isRefusal, SlackTrouble } from './slack-trouble.ts';

/** @returns the file's id; null where it cannot be had, which the log says. Never rejects. */
export type UploadPicture = (picture: Picture) => Promise<string | null>;

export interface UploadPictureDeps {
  readonly call: SlackCall;
  readonly fetch: typeof fetch;
  readonly log: SlackLog;
  /** False where the app is known to lack `files:write`. */
  readonly allowed: boolean;
  /** Milliseconds for all of it: a report has been read by then. */
  readonly timeout?: number;
}

const TIMEOUT = 10_000;
/** Says no to every picture, until the app is installed anew or the workspace has other rules. */
const NEVER = [
  'missing_scope',
  'unknown_method',
  'not_allowed_token_type',
  'file_uploads_disabled',
  'method_deprecated',
];

export function createUploadPicture(deps: UploadPictureDeps): UploadPicture {
  const { call, log, timeout = TIMEOUT } = deps;
  let { allowed } = deps;

  async function upload(picture: Picture): Promise<string | null> {
    const name = `${picture.name.replace(/[^\w-]/g, '') || 'picture'}.png`;
    const { upload_url, file_id } = await call.once('files.getUploadURLExternal', {
      filename: name,
      length: picture.png.byteLength,
      alt_txt: pictureAlt(picture),
    });
    const [url, id] = [text(upload_url), text(file_id)];
    if (url === undefined || id === undefined) throw new Error('Slack told no address for the file');
    const body = new Uint8Array(picture.png);
    const response = await deps.fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(timeout) });
    await response.text();
    if (!response.ok) throw new Error(`Slack did not take the file (${response.status})`);
    // Without a channel: a file that is shared would have a message of its own, for all to see.
    await call.once('files.completeUploadExternal', { files: [{ id, title: name }] });
    return id;
  }

  return async (picture) => {
    if (!allowed) return null;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(`no answer within ${timeout} ms`)), timeout);
    try {
      return await Promise.race([upload(picture), late.promise]);
    } catch (error) {
      if (isRefusal(error, NEVER)) allowed = false;
      const why = error instanceof SlackTrouble ? error.code : String(error);
      log.warn(
        { error: why, again: allowed },
        'a report came without its picture: Slack did not take the file',
      );
      return null;
    } finally {
      clearTimeout(timer);
    }
  };
}

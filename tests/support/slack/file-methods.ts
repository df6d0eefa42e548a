/** `files.*` of the test Slack: an address for the bytes, the bytes, and the end of the upload. */
import {
  type ApiContext,
  type ApiMethod,
  type Args,
  SlackRefusal,
  visibleConversation,
} from './api-method.ts';
import { isRecord } from './rule.ts';
import type { Json } from './slack-message.ts';
import type { SlackFile, SlackState } from './slack-state.ts';

/** Characters of `alt_txt`, by its reference. */
const LONGEST_ALT = 1_000;
/** The first bytes of the kinds that an image block shows. */
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];
const WRITE: readonly string[] = ['files:write'];

export const FILE_METHODS: Readonly<Record<string, ApiMethod>> = {
  'files.getUploadURLExternal': { scopes: WRITE, run: getUploadUrl },
  'files.completeUploadExternal': { scopes: WRITE, run: completeUpload },
};

function getUploadUrl(args: Args, { state, origin }: ApiContext): Json {
  const name = args.needed('filename');
  const length = args.number('length') ?? 0;
  const alt = args.text('alt_txt');
  if (length <= 0) throw new SlackRefusal('missing_argument');
  if ((alt ?? '').length > LONGEST_ALT) throw new SlackRefusal('alt_txt_too_large');
  const id = state.workspace.newId('F');
  const file: SlackFile = { id, name, length, alt, path: `/upload/${id}`, sharedIn: [] };
  state.files.set(id, file);
  return { upload_url: `${origin}${file.path}`, file_id: id };
}

/** Takes the bytes, as such or as the file of a form. @returns the HTTP status. */
export async function takeUpload(
  state: SlackState,
  path: string,
  type: string | undefined,
  body: Buffer,
): Promise<number> {
  const file = [...state.files.values()].find((each) => each.path === path);
  if (file === undefined || file.bytes !== undefined) return 404;
  const bytes = type?.startsWith('multipart/form-data') === true ? await fileOfForm(type, body) : body;
  if (bytes?.byteLength !== file.length) return 400;
  file.bytes = bytes;
  return 200;
}

async function fileOfForm(type: string, body: Buffer): Promise<Uint8Array | undefined> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  for (const value of form.values())
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  return undefined;
}

function completeUpload(args: Args, context: ApiContext): Json {
  const { state } = context;
  const named = args.list('files', 'invalid_arguments') ?? [];
  if (named.length === 0) throw new SlackRefusal('invalid_arguments');
  const channel = args.text('channel_id');
  const files = named.map(({ id }) => {
    const file = state.files.get(String(id));
    if (file?.bytes === undefined || file.readyAt !== undefined) throw new SlackRefusal('file_not_found');
    return file;
  });
  for (const file of files) {
    file.readyAt = state.workspace.now() + state.fileWorkMs;
    if (channel !== undefined) file.sharedIn.push(visibleConversation(context, channel).id);
  }
  // What kind of file it is, Slack finds out later.
  return { files: files.map(({ id, name }) => ({ id, title: name, mimetype: '', filetype: '' })) };
}

/** @returns what Slack refuses in blocks that show files: those that are not there, not ready, or no pictures. */
export function fileProblems(state: SlackState, blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block: unknown, i) => {
    if (!isRecord(block) || block.type !== 'image' || !isRecord(block.slack_file)) return [];
    const file = state.files.get(String(block.slack_file.id));
    const ready = file?.readyAt !== undefined && file.readyAt <= state.workspace.now();
    const picture = PICTURES.some((first) => first.every((byte, at) => file?.bytes?.[at] === byte));
    return ready && picture ? [] : [`invalid slack file [json-pointer:/blocks/${i}/slack_file]`];
  });
}

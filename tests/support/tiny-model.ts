/**
 * A model of a few bytes in the form that `@huggingface/transformers` reads: an ONNX graph that looks each word up in a
 * table. «nemocnice» and «hospital» have one vector; every other word has its own.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'hospital', 'nemocnice', 'network', 'ambassador'];
const DIMENSIONS = 16;

/** Protocol Buffers: a varint, and fields of the kinds that the graph needs. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
}
const int = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field: number, ...parts: readonly Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([varint(field * 8 + 2), varint(body.length), body]);
};
const text = (field: number, value: string) => bytes(field, Buffer.from(value));

/** Field and type numbers of ONNX's `onnx.proto`: 7 is int64, 1 is float. */
function tensorInfo(field: number, name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const sizes = shape.map((size) => bytes(1, typeof size === 'number' ? int(1, size) : text(2, size)));
  return bytes(field, text(1, name), bytes(2, bytes(1, int(1, type), bytes(2, ...sizes))));
}

function graph(): Buffer {
  const table = new Float32Array(WORDS.length * DIMENSIONS);
  for (const [row, word] of WORDS.entries())
    table[row * DIMENSIONS + (word === 'nemocnice' ? WORDS.indexOf('hospital') : row)] = 1;
  const lookUp = [text(1, 'table'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather')];
  const values = [
    int(1, WORDS.length),
    int(1, DIMENSIONS),
    int(2, 1),
    text(8, 'table'),
    bytes(9, Buffer.from(table.buffer)),
  ];
  return Buffer.concat([
    int(1, 8),
    bytes(8, text(1, ''), int(2, 13)),
    bytes(
      7,
      bytes(1, ...lookUp),
      text(2, 'tiny'),
      bytes(5, ...values),
      tensorInfo(11, 'input_ids', 7, ['batch', 'length']),
      tensorInfo(11, 'attention_mask', 7, ['batch', 'length']),
      tensorInfo(12, 'last_hidden_state', 1, ['batch', 'length', DIMENSIONS]),
    ),
  ]);
}

/** Writes the model. It reads six words of a text. */
export function writeTinyModel(folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), graph());
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  const special = WORDS.slice(0, 4);
  write('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: DIMENSIONS });
  write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 8,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
  });
  const mark = (content: string) => ({ SpecialToken: { id: content, type_id: 0 } });
  const ids = (content: string) => ({ id: content, ids: [WORDS.indexOf(content)], tokens: [content] });
  write('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [mark('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, mark('[SEP]')],
      pair: [],
      special_tokens: { '[CLS]': ids('[CLS]'), '[SEP]': ids('[SEP]') },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    },
  });
}

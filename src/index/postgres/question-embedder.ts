/** Questions to vectors of the embedded model, as the database's rarities weigh them. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { HashedEmbeddings } from '../hashed-embeddings.ts';
import type { EmbeddingText } from '../hashed-features.ts';
import { readIdfTable } from '../idf-table.ts';
import type { IndexDb } from './index-database.ts';

export interface QuestionEmbedder {
  /** The question's vector; null when the model is gone. The rarities of a model are read once. */
  embed(db: IndexDb, model: string, question: EmbeddingText): Promise<Float32Array | null>;
}

export function createQuestionEmbedder(lexicon: Lexicon): QuestionEmbedder {
  let known: { readonly model: string; readonly embeddings: HashedEmbeddings } | null = null;
  return {
    async embed(db, model, question) {
      if (known?.model !== model) {
        const row = await db
          .selectFrom('vector_models')
          .select('idf')
          .where('id', '=', model)
          .executeTakeFirst();
        if (row?.idf == null) return null;
        // Of the rarities' own memory: the driver's buffers are parts of larger ones.
        known = { model, embeddings: new HashedEmbeddings(lexicon, readIdfTable(new Uint8Array(row.idf))) };
      }
      return known.embeddings.embed(question);
    },
  };
}

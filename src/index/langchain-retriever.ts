/** The index behind LangChain's retriever port. Import it only where LangChain is used: it costs 60 MB. */
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { RetrievalQuery, Retriever } from '../core/retrieval.ts';
import type { Passage, Source } from '../core/source.ts';

export interface PassageMetadata {
  readonly passage: Passage;
  readonly source: Source;
  readonly score: number;
}

export class LangchainRetriever extends BaseRetriever<PassageMetadata & Record<string, unknown>> {
  override lc_namespace = ['casebook', 'retrievers'];
  readonly #retriever: Retriever;
  readonly #options: Omit<RetrievalQuery, 'text'>;

  /** @param options what every query is asked with. */
  constructor(retriever: Retriever, options: Omit<RetrievalQuery, 'text'>, fields?: BaseRetrieverInput) {
    super(fields);
    this.#retriever = retriever;
    this.#options = options;
  }

  override async _getRelevantDocuments(
    query: string,
  ): Promise<Document<PassageMetadata & Record<string, unknown>>[]> {
    const hits = await this.#retriever.search({ ...this.#options, text: query });
    return hits.map(
      ({ passage, source, score }) =>
        new Document({ id: passage.id, pageContent: passage.text, metadata: { passage, source, score } }),
    );
  }
}

/** Sources as STIX external references. */
import type { AnswerLang } from '../core/answer.ts';
import { LABELS } from '../core/labels.ts';
import type { Source } from '../core/source.ts';
import { webAddress } from './cited-source.ts';

export interface ExternalReference {
  readonly source_name: string;
  readonly description: string;
  readonly url?: string;
  readonly external_id: string;
}

export function externalReference(source: Source, lang: AnswerLang): ExternalReference {
  const { id, title, titleIsDescriptive, publisher, publishedAt, authority } = source;
  const labels = LABELS[lang];
  const said = [
    titleIsDescriptive ? `${title} (${labels.descriptiveTitle})` : title,
    publishedAt ?? labels.dateUnknown,
    // State media are named as such wherever they are cited.
    authority === null ? labels.authorityUnknown : labels.authority[authority],
  ];
  const url = webAddress(source.url);
  return {
    source_name: publisher === null || publisher.trim() === '' ? labels.publisherUnknown : publisher,
    description: said.join(' · '),
    ...(url === null ? {} : { url }),
    external_id: id,
  };
}

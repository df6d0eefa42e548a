/** What a person sees of a whole message: content, then embeds, then what stands on buttons and in menus. */
import { type Flattened, flatten } from './discord-markdown.ts';

interface Shown {
  readonly content: string;
  readonly embeds: readonly { readonly description?: string }[];
  readonly components: readonly { readonly components: readonly object[] }[];
}

/** Reads a message that we sent, as raw JSON of Discord's API. Addresses in embeds have no preview. */
export function seenMessage({ content, embeds, components }: Shown): Flattened {
  const body = flatten(content);
  const cards = embeds.map(({ description = '' }) => flatten(description));
  const labels = components.flatMap((row) => row.components.flatMap(labelsOf));
  return {
    text: [body.text, ...cards.map(({ text }) => text), ...labels].filter((text) => text !== '').join('\n'),
    links: [body, ...cards].flatMap(({ links }) => links),
    mentions: [body, ...cards].flatMap(({ mentions }) => mentions),
    formatting: [body, ...cards].flatMap(({ formatting }) => formatting),
    previews: body.previews,
  };
}

function labelsOf(component: object): string[] {
  const options = 'options' in component && Array.isArray(component.options) ? component.options : [];
  return [component, ...options].flatMap((face: unknown) =>
    typeof face === 'object' && face !== null && 'label' in face && typeof face.label === 'string'
      ? [face.label]
      : [],
  );
}

/** Cards as embeds in as few messages as hold them: cut between entries, within one only where no embed holds it. */
import {
  DESCRIPTION_LIMIT,
  type DiscordMessage,
  EMBED_COUNT_LIMIT,
  EMBEDS_LIMIT,
  toMessages,
} from './discord-message.ts';
import { fixed, type Span, takeSpans } from './spans.ts';

/** What stays together where it can. */
export interface CardEntry {
  /** Each on a line of its own; an entry that no embed holds is cut between them first. */
  readonly paragraphs: readonly (readonly Span[])[];
  /** Leads the entry where it stands at the top of an embed; at most a few hundred units. */
  readonly again: readonly Span[];
}

export interface Card {
  /** RGB. */
  readonly color: number;
  /** Between entries. */
  readonly gap: '\n' | '\n\n';
  readonly entries: readonly CardEntry[];
}

/** Below this room in UTF-16 units, what must be cut anyway begins in the next embed. */
const WORTH_FILLING = 500;

/**
 * An embed for each card, or for neighbours of one colour together where that takes fewer messages.
 *
 * @param contents of the first messages; the last of these has the first embeds.
 * @returns messages without buttons; none for nothing.
 */
export function packCards(contents: readonly string[], cards: readonly Card[]): DiscordMessage[] {
  const apart = pack(contents, cards);
  const joined = pack(contents, joinNeighbours(cards));
  return joined.length < apart.length ? joined : apart;
}

function joinNeighbours(cards: readonly Card[]): Card[] {
  const joined: Card[] = [];
  for (const card of cards) {
    const before = joined.at(-1);
    if (before?.color !== card.color || before.gap !== card.gap) joined.push(card);
    else joined[joined.length - 1] = { ...before, entries: [...before.entries, ...card.entries] };
  }
  return joined;
}

function pack(contents: readonly string[], cards: readonly Card[]): DiscordMessage[] {
  const messages = toMessages(contents, []);
  for (const { color, gap, entries } of cards) {
    const put = openCard(messages, color);
    for (const { paragraphs, again } of entries) {
      const whole = paragraphs.flatMap((spans, i) => (i === 0 ? spans : [fixed('\n'), ...spans]));
      const fits = takeSpans([...again, fixed('\n'), ...whole], DESCRIPTION_LIMIT)[1].length === 0;
      for (const [i, part] of (fits ? [whole] : paragraphs).entries())
        put(part, i === 0 ? gap : '\n', i === 0 ? again : []);
    }
  }
  return messages;
}

interface Spot {
  readonly place: 'behind' | 'embed' | 'message';
  readonly room: number;
  readonly lead: readonly Span[];
}

/** Begins a card behind what the messages hold. @returns what writes the next part of it. */
function openCard(
  messages: DiscordMessage[],
  color: number,
): (part: readonly Span[], gap: string, again: readonly Span[]) => void {
  let open: { description: string; readonly color: number } | null = null;

  /** Where a part may go, best first; the last has room for every part that an embed can hold. */
  function spots(gap: string, again: readonly Span[]): Spot[] {
    const lead = again.length > 0 ? [...again, fixed('\n')] : [];
    const embeds = messages.at(-1)?.embeds;
    const used = (embeds ?? []).reduce((sum, { description = '' }) => sum + description.length, 0);
    const left = embeds === undefined ? 0 : EMBEDS_LIMIT - used;
    const behind = Math.min(DESCRIPTION_LIMIT - (open?.description.length ?? 0), left) - gap.length;
    const inNew = (embeds?.length ?? 0) < EMBED_COUNT_LIMIT ? Math.min(DESCRIPTION_LIMIT, left) : 0;
    return [
      ...(open === null ? [] : [{ place: 'behind', room: behind, lead: [] } as const]),
      { place: 'embed', room: inNew, lead },
      { place: 'message', room: DESCRIPTION_LIMIT, lead },
    ];
  }

  function write(piece: string, place: Spot['place'], gap: string): void {
    if (place === 'behind' && open !== null) {
      open.description += `${gap}${piece}`;
      return;
    }
    open = { description: piece, color };
    if (place === 'message') messages.push({ content: '', embeds: [], components: [] });
    messages.at(-1)?.embeds.push(open);
  }

  return (part, gap, again) => {
    if (takeSpans(part, DESCRIPTION_LIMIT)[0] === '') return;
    let [spot, piece, rest] = choose(part, spots(gap, again));
    write(piece, spot.place, gap);
    while (rest.length > 0) {
      // What was cut goes on in an embed of its own: a line break within a sentence would be none of its author's.
      open = null;
      [spot, piece, rest] = choose(rest, spots('', []));
      write(piece, spot.place, '');
    }
  };
}

/** The first spot that holds all of it; where no embed could, the first that is worth filling. */
function choose(
  spans: readonly Span[],
  spots: readonly Spot[],
): readonly [spot: Spot, piece: string, rest: readonly Span[]] {
  const tries = spots.map((spot) => {
    const [piece, rest] = takeSpans([...spot.lead, ...spans], spot.room);
    return [spot, piece, rest] as const;
  });
  const last = tries.at(-1);
  if (last === undefined) throw new Error('there is no spot to choose');
  const whole = tries.find(([, , rest]) => rest.length === 0);
  if (whole !== undefined) return whole;
  const worthwhile = tries.find(([{ lead, room }, piece]) => {
    const [heading] = takeSpans(lead, room);
    return room >= WORTH_FILLING && piece.length > heading.length;
  });
  return worthwhile ?? last;
}

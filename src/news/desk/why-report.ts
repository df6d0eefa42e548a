/** Each stage's verdict on an item, as a report: feed, relevance, story, subscriptions, posts, corpus. */

import type { AnswerLang } from '../../core/answer.ts';
import { countryName } from '../../core/country-name.ts';
import type { Report, ReportLine, ReportSection } from '../../core/report.ts';
import type { Judgement } from '../judgement.ts';
import { maySee } from '../newsroom/visible-reports.ts';
import { sourceNoteText } from '../source-note.ts';
import type { Story } from '../story.ts';
import { kindName } from '../subscribe/filter-words.ts';
import { knownNames } from '../subscribe/known-names.ts';
import type { DeskDeps } from './desk-deps.ts';
import { DESK_PHRASES } from './desk-phrases.ts';
import { showTime } from './show-subscription.ts';
import { storyReason } from './story-reason.ts';
import { line, reportOf, type WhyQuestion } from './why-line.ts';
import { WHY_PHRASES } from './why-phrases.ts';
import { subscriptionLines } from './why-subscriptions.ts';

const decimal = (value: number, lang: AnswerLang, signed = false): string =>
  new Intl.NumberFormat(lang, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    ...(signed ? { signDisplay: 'exceptZero' } : {}),
  }).format(value);

export async function whyReport(question: WhyQuestion, deps: DeskDeps): Promise<Report> {
  const { item, lang } = question;
  const phrases = WHY_PHRASES[lang];
  const story = item.storyId === null ? null : await deps.books.stories.find(item.storyId);
  const section = (name: keyof typeof phrases.headings, lines: readonly ReportLine[]): ReportSection => ({
    heading: phrases.headings[name],
    tone: 'plain',
    lines,
  });
  const feed = await deps.books.feeds.find(item.feedId);
  const title = item.title === '' ? (item.url ?? item.key) : item.title;
  return {
    kind: 'news',
    lang,
    title: phrases.title(title),
    cases: [],
    sections: [
      section('feed', [
        line(lang, phrases.found, {
          date: item.seenAt.slice(0, 10),
          label: item.feedTitle ?? feed?.url ?? item.feedId,
          notes: item.state === 'seed' ? [phrases.seed] : [],
          citations: [1],
        }),
      ]),
      section('relevance', relevanceLines(item.judgement, lang, deps)),
      section('story', storyLines(question, story, deps)),
      section('subscriptions', await subscriptionLines(question, story, deps)),
      section('posts', await postLines(question, deps)),
      section('corpus', [
        item.sourceId === null
          ? line(lang, phrases.noSource, {
              notes: item.sourceNote === null ? [] : [sourceNoteText(item.sourceNote, lang)],
            })
          : line(lang, phrases.source(item.sourceId)),
      ]),
    ],
    sources: [
      {
        n: 1,
        sourceId: item.sourceId ?? item.url ?? item.key,
        title,
        titleIsDescriptive: false,
        publisher: item.publisher ?? item.feedTitle,
        date: item.publishedAt?.slice(0, 10) ?? null,
        url: item.url,
        lang: item.lang ?? feed?.lang ?? lang,
        authority: reportOf(item, story)?.authority ?? null,
      },
    ],
    notices: [],
  };
}

function relevanceLines(judgement: Judgement | null, lang: AnswerLang, deps: DeskDeps): ReportLine[] {
  const phrases = WHY_PHRASES[lang];
  if (judgement === null) return [line(lang, phrases.notJudged)];
  const { relevant, score, by, reasons, kinds, actors, countries } = judgement;
  const verdict = (relevant ? phrases.relevant : phrases.irrelevant)(decimal(score, lang));
  const names = knownNames(deps.lexicon);
  const codes = new Set([...countries.speakers, ...countries.accused, ...countries.named]);
  const about = [
    ...kinds.map((kind) => kindName(kind, lang)),
    ...actors.map((id) => names.actorName(id) ?? id),
    ...[...codes].map((code) => countryName(code, lang)),
  ];
  return [
    line(lang, verdict, { notes: [phrases.by[by]] }),
    ...reasons.map(({ code, weight, detail }) =>
      line(lang, deps.reasonText(code, lang), {
        label: decimal(weight, lang, true),
        notes: detail === '' ? [] : [detail],
      }),
    ),
    ...(about.length === 0 ? [] : [line(lang, phrases.about(about.join(lang === 'zh' ? '、' : ', ')))]),
  ];
}

function storyLines(
  { item: { placement }, place, lang }: WhyQuestion,
  story: Story | null,
  { lexicon }: Pick<DeskDeps, 'lexicon'>,
): ReportLine[] {
  const phrases = WHY_PHRASES[lang];
  if (placement === null) return [line(lang, phrases.noStory)];
  const { actorName } = knownNames(lexicon);
  const { storyId, score, threshold, reasons, copyOf, agency, newClaims } = placement;
  const visible = story?.reports.filter((report) => maySee({ place }, report)) ?? [];
  return [
    line(lang, storyId === null ? phrases.opened : phrases.joined(visible.length), {
      notes: [
        phrases.nearness(decimal(score, lang), decimal(threshold, lang)),
        ...reasons.map((reason) => storyReason(reason, lang, actorName)),
        ...(copyOf === null ? [] : [phrases.copy]),
        ...(agency === null ? [] : [phrases.agency(agency)]),
        ...(storyId === null ? [] : [phrases.newClaims(newClaims.length)]),
      ],
    }),
  ];
}

async function postLines({ item, place, lang }: WhyQuestion, deps: DeskDeps): Promise<ReportLine[]> {
  const phrases = WHY_PHRASES[lang];
  const posts = item.storyId === null ? [] : await deps.books.deliveries.ofStory(item.storyId, place);
  if (posts.length === 0) return [line(lang, phrases.noPost)];
  return posts.map(({ subscriptionId, kind, state, dueAt, postedAt, note }) =>
    line(lang, phrases.states[state](showTime(new Date(postedAt ?? dueAt), lang, deps.timeZone)), {
      label: `${subscriptionId}, ${DESK_PHRASES[lang].posts[kind]}`,
      notes: note === null ? [] : [phrases.note(note)],
    }),
  );
}

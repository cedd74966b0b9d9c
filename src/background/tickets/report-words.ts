import { clip, oneLine } from '../../core/text.ts';
import type { Translator } from '../../platform/i18n.ts';
import { reportContextTexts as texts } from '../../platform/texts/report-context.ts';
import type { TabStory } from '../../storage/tab-story.ts';

/** The page that somebody reports of, without its secrets; '' for what the browser does not tell. */
export interface ReportedPage {
  url: string;
  title: string;
  browser: string;
}

const MESSAGE_LIMIT = 300;

/** What a tab knows of a problem, as part of a ticket's description. */
export function reportWords(
  { url, title, browser }: ReportedPage,
  { errors, breadcrumbs }: TabStory,
  { t, time }: Translator,
): string {
  const page = [
    ...(title === '' ? [] : [t(texts.page, { title })]),
    ...(url === '' ? [] : [url]),
    t(texts.browser, { browser }),
  ];
  const failed = errors.map(({ message, tab_count: count, ticket }) => {
    const line = t(texts.error, { message: clip(oneLine(message), MESSAGE_LIMIT), count });
    return ticket === null ? `- ${line}` : `- ${ticket.metadata.number} ${line}`;
  });
  const led = breadcrumbs.map(({ at, kind, text }) => `- ${time(at)} ${kind} ${clip(oneLine(text), MESSAGE_LIMIT)}`);
  return [
    page.join('\n'),
    ...(failed.length === 0 ? [] : [[t(texts.errors), ...failed].join('\n')]),
    ...(led.length === 0 ? [] : [[t(texts.crumbs), ...led].join('\n')]),
  ].join('\n\n');
}

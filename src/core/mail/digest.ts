import { clip, oneLine } from '../text.ts';
import { framed } from './mail-frame.ts';
import type { MailLanguage, RenderedMail } from './mail-template.ts';
import { renderParts } from './render-mail.ts';
import type { Reading } from './mail-model.ts';

/** One thing that happened since the last summary. */
export interface DigestEntry {
  event: string;
  /** Of the ticket. */
  number: string;
  title: string;
  project: string;
  /** ISO 8601. */
  at: string;
}

/** Shown one by one; the rest as a number. */
const SHOWN = 100;

const WORDS = {
  fr: {
    subject: (count: string, day: string) => `[Résumé] ${day} : ${count}`,
    heading: 'Résumé de la journée',
    count: (count: number) => (count > 1 ? `${String(count)} événements` : `${String(count)} événement`),
    more: (count: number) => `et ${String(count)} autres, dans le tableau de bord`,
    foot: 'Résumé quotidien de Vigie à l’équipe. L’heure et le choix d’un résumé sont dans les options.',
    state: { created: 'Nouveau', reopened: 'De retour', closed: 'Clos' },
  },
  en: {
    subject: (count: string, day: string) => `[Summary] ${day}: ${count}`,
    heading: 'Summary of the day',
    count: (count: number) => (count > 1 ? `${String(count)} events` : `${String(count)} event`),
    more: (count: number) => `and ${String(count)} more, in the dashboard`,
    foot: 'Vigie’s daily summary to the team. Its time, and whether there is one, are in the options.',
    state: { created: 'New', reopened: 'Back', closed: 'Closed' },
  },
} as const;

const TEXT = `{{heading}} · {{count}}

{{#entries}}
[{{state}}] {{number}} {{title}}
{{project}} · {{at}}

{{/entries}}
{{more}}

--
{{foot}}`;

const HTML = `<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3;">{{heading}} · {{count}}</h1>
{{#entries}}<p style="margin:0 0 12px;"><strong>[{{state}}] {{number}}</strong> {{title}}<br><span class="quiet" style="color:#5a6878;font-size:14px;">{{project}} · {{at}}</span></p>
{{/entries}}
{{#more}}<p style="margin:0 0 12px;">{{more}}</p>{{/more}}
<p class="quiet" style="color:#5a6878;font-size:13px;margin:22px 0 0;">{{foot}}</p>`;

/** Everything since the last summary in one mail, in the order given. @param day ISO 8601, when it is due. */
export function renderDigest(entries: readonly DigestEntry[], day: string, reading: Reading): RenderedMail {
  const { language, timeZone } = reading;
  const words = WORDS[language];
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short', timeZone });
  const count = words.count(entries.length);
  const subject = words.subject(count, date.format(new Date(day)));
  const hidden = entries.length - SHOWN;
  const model = {
    heading: words.heading,
    count,
    foot: words.foot,
    more: hidden > 0 ? words.more(hidden) : '',
    entries: entries.slice(0, SHOWN).map((entry) => ({
      number: entry.number,
      project: clip(oneLine(entry.project), 100),
      title: clip(oneLine(entry.title), 200),
      state: stateOf(entry.event, language),
      at: time.format(new Date(entry.at)),
    })),
  };
  const { text, html } = renderParts({ text: TEXT, html: HTML }, model);
  return { subject, text, html: framed(html, subject, language) };
}

function stateOf(event: string, language: MailLanguage): string {
  const states: Partial<Record<string, string>> = WORDS[language].state;
  return states[event] ?? event;
}

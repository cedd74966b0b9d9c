import type { MailTemplate } from './mail-template.ts';

/** Whether the news is bad or good. */
type Tone = 'alarm' | 'calm' | 'plain';

/** What the default wordings are put together from; `lines` are paragraphs in Mustache, without markup of their own. */
export interface Wording {
  /** In one word, as the subject begins and the mail shows it. */
  state: string;
  tone: Tone;
  /** What follows the state. */
  subject: string;
  heading: string;
  lines: readonly string[];
  /** Label and value of facts, each shown only where it has one: `['Page', 'page']`. */
  facts: readonly (readonly [label: string, value: string])[];
  /** Name of a value shown in a box of its own, as it was written. */
  quote?: string;
  open: string;
  foot: string;
}

const QUIET = 'class="quiet" style="color:#5a6878;font-size:14px;"';
/** Background and text: legible on the dark sheet as well, so that they are the same there. */
const COLOURS: Record<Tone, string> = {
  alarm: 'background:#fde8e6;color:#8f1d14;',
  calm: 'background:#e0f4e7;color:#155b30;',
  plain: 'background:#e3eefb;color:#0b4a8f;',
};
const BOX =
  'class="box" style="background:#f2f5f9;border:1px solid #d5dde8;border-radius:6px;padding:12px 14px;white-space:pre-wrap;word-break:break-word;';

/**
 * The same words as text and as HTML, so that neither says more than the other.
 *
 * @param colon as the language writes it after a word.
 */
export function templateOf(wording: Wording, colon = ':'): MailTemplate {
  const { state, tone, subject, heading, lines, facts, quote, open, foot } = wording;
  const text = [
    heading,
    ...lines,
    ...(quote === undefined ? [] : [`{{#${quote}}}{{${quote}}}{{/${quote}}}`]),
    facts.map(([label, value]) => `{{#${value}}}${label}${colon} {{${value}}}\n{{/${value}}}`).join(''),
    `{{#link}}${open}${colon} {{link}}{{/link}}`,
    `--\n${foot}`,
  ];
  const html = [
    `<p style="margin:0 0 12px;font-size:13px;"><span style="${COLOURS[tone]}border-radius:4px;padding:3px 8px;font-weight:600;white-space:nowrap;">${state}</span> &nbsp;<span ${QUIET}>{{project}}</span></p>`,
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3;">${heading}</h1>`,
    ...lines.map((line) => `<p style="margin:0 0 14px;">${unbroken(line)}</p>`),
    ...(quote === undefined ? [] : [`{{#${quote}}}<div ${BOX}margin:0 0 16px;">{{${quote}}}</div>{{/${quote}}}`]),
    ...facts.map(
      ([label, value]) =>
        `{{#${value}}}<p style="margin:0 0 6px;"><span ${QUIET}>${label}</span><br>{{${value}}}</p>{{/${value}}}`,
    ),
    `{{#link}}<p style="margin:18px 0;"><a href="{{link}}" style="display:inline-block;background:#0b5cad;color:#ffffff;text-decoration:none;padding:10px 18px;border-radius:6px;font-weight:600;">${open}</a></p>{{/link}}`,
    `<p ${QUIET.replace('font-size:14px;', 'font-size:13px;margin:22px 0 0;')}>${unbroken(foot)}</p>`,
  ];
  return {
    subject: `[${state}] ${subject}`,
    text: text.filter((part) => part !== '').join('\n\n'),
    html: html.join('\n'),
  };
}

/** A ticket's number is said on the telephone: it stays on one line. */
function unbroken(line: string): string {
  return line.replaceAll('{{number}}', '<span style="white-space:nowrap;">{{number}}</span>');
}

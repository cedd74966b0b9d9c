import mustache from 'mustache';
import { writeReason } from '../notification-reason.ts';
import { clip, oneLine } from '../text.ts';
import { framed } from './mail-frame.ts';
import type { MailLanguage, MailModel, MailTemplate, RenderedMail } from './mail-template.ts';

/** Longest subject, in UTF-16 units: more is cut by readers anyway. */
const SUBJECT_LIMIT = 200;
/** Of one value: an error of 10,000 characters is evidence, not reading. */
const VALUE_LIMIT = 2_000;
/** Of what a person wrote to the reader: as much as may be written. */
const MESSAGE_LIMIT = 20_000;

/** Why a template cannot be used: Mustache's own words, with the position. */
export type TemplateProblem = { part: keyof MailTemplate; detail: string };

/** The mail. Values are cut, and their control characters taken out, so that no text of a page can leave its place. */
export function renderMail(template: MailTemplate, model: MailModel, language: MailLanguage): RenderedMail {
  const values = cleaned(model);
  const subject = clip(oneLine(plain(template.subject, values)), SUBJECT_LIMIT);
  const { text, html } = renderParts(template, values);
  return { subject, text, html: framed(html, subject, language) };
}

/**
 * The mail in a wording of the team's own or, where that cannot be used, in the original one: whoever imports or writes into the database
 * can store one that nobody tried. `flaw` is then what is wrong with it, as `notification-reason.ts` writes it; else null.
 */
export function renderWording(
  wording: MailTemplate,
  original: MailTemplate,
  model: MailModel,
  language: MailLanguage,
): { mail: RenderedMail; flaw: string | null } {
  try {
    return { mail: renderMail(wording, model, language), flaw: null };
  } catch (error) {
    const [problem] = templateProblems(wording);
    const detail = problem === undefined ? String(error) : `${problem.part}: ${problem.detail}`;
    return { mail: renderMail(original, model, language), flaw: writeReason('template', clip(oneLine(detail), 300)) };
  }
}

/** Text and inner HTML of a mail. `values` are cut and without control characters already. */
export function renderParts({ text, html }: Pick<MailTemplate, 'text' | 'html'>, values: object) {
  return { text: tidy(plain(text, values)), html: escapingWriter.render(html, values) };
}

/** The parts of a template that are no Mustache; none when it can be used. */
export function templateProblems(template: MailTemplate): TemplateProblem[] {
  const parts = ['subject', 'text', 'html'] as const;
  return parts.flatMap((part) => {
    try {
      mustache.parse(template[part]);
      return [];
    } catch (error) {
      return [{ part, detail: error instanceof Error ? error.message : String(error) }];
    }
  });
}

/** `{{{name}}}` and `{{&name}}` ask for a value as it is. Values are texts of pages and people, never markup, so nobody gets one. */
class EscapingWriter extends mustache.Writer {
  override unescapedValue(token: string[], context: mustache.Context): string {
    return this.escapedValue(token, context);
  }
}

/** One for all mails: it keeps what it parsed, which takes many times as long as filling it in. */
const escapingWriter = new EscapingWriter();

/** Nothing is escaped in plain text: it would be read as it is written. */
function plain(template: string, values: object): string {
  return mustache.render(template, values, {}, { escape: String });
}

function cleaned(model: MailModel): MailModel {
  const copy = { ...model };
  for (const key of keysOf(copy))
    copy[key] = clip(withoutControls(model[key]), key === 'message' ? MESSAGE_LIMIT : VALUE_LIMIT);
  return copy;
}

function keysOf(model: MailModel): (keyof MailModel)[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object made here from the interface
  return Object.keys(model) as (keyof MailModel)[];
}

/** Line ends and tabs stay. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '');
}

/** Sections that vanished leave empty lines. */
function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

import { originalOf } from '../../../core/mail/custom-templates.ts';
import { mailModel, type Reading } from '../../../core/mail/mail-model.ts';
import { MAIL_TEMPLATES, type MailTemplate, type RenderedMail } from '../../../core/mail/mail-template.ts';
import { renderMail, templateProblems } from '../../../core/mail/render-mail.ts';
import { templateId, type TemplateKey } from '../../../core/mail/template-id.ts';
import type { NotificationTemplateRow, TicketRow } from '../../../core/rows.ts';
import { mailSubject, type MailSubject } from '../../../storage/mail-queries.ts';
import { mailTemplates } from '../../../storage/mail-templates.ts';
import { tickets } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';

/** Offered for the preview: the ones that changed last. */
const TICKETS = 30;

export interface TemplateData {
  custom: NotificationTemplateRow[];
  tickets: TicketRow[];
}

export async function readTemplates(): Promise<TemplateData> {
  const [custom, latest] = await Promise.all([mailTemplates(db), tickets(db, { limit: TICKETS })]);
  return { custom, tickets: latest };
}

export function readSubject(ticket: string): Promise<MailSubject | null> {
  return ticket === '' ? Promise.resolve(null) : mailSubject(db, ticket);
}

/** Every name there is, those of Vigie first. */
export function templateNames({ custom }: TemplateData): string[] {
  return [...new Set([...MAIL_TEMPLATES, ...custom.map(({ name }) => name)])];
}

export function isTemplateName(name: string): boolean {
  return /^[A-Za-z\d][A-Za-z\d_-]{0,79}$/.test(name);
}

/** The stored wording, or the original. */
export function storedWording({ custom }: TemplateData, key: TemplateKey): { own: boolean; wording: MailTemplate } {
  const row = custom.find(({ id }) => id === templateId(key));
  const { subject, text, html } = row ?? originalOf(key);
  return { own: row !== undefined, wording: { subject, text, html } };
}

/** What is wrong with each part, as Mustache says it; '' for one that is empty. */
export function problemsOf(wording: MailTemplate): Map<keyof MailTemplate, string> {
  const problems = new Map(templateProblems(wording).map(({ part, detail }) => [part, detail]));
  for (const part of ['subject', 'text', 'html'] as const) if (wording[part].trim() === '') problems.set(part, '');
  return problems;
}

/** What a reader would get; null while the wording cannot be used. */
export function previewOf(wording: MailTemplate, subject: MailSubject | null, reading: Reading): RenderedMail | null {
  if (subject === null || problemsOf(wording).size > 0) return null;
  const message = reading.language === 'fr' ? 'Le message d’une personne.' : 'A person’s message.';
  return renderMail(wording, mailModel({ ...subject, message, reader: '', link: '' }, reading), reading.language);
}

/** Names that a template can say. */
export const VALUE_NAMES = [
  'number',
  'state',
  'project',
  'first_seen',
  'last_seen',
  'occurrences',
  'clients',
  'resolution',
  'message',
  'title',
  'error',
  'place',
  'page',
] as const;

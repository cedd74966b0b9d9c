/** What a mail is about. The first is the guide's `emailTemplate`. */
export const MAIL_TEMPLATES = [
  'error-detected',
  'error-returned',
  'ticket-closed',
  'error-escalated',
  'ticket-message',
] as const;
export type MailTemplateName = (typeof MAIL_TEMPLATES)[number];

/** Clients are told plainly and without a word of a page; admins get the evidence. */
export type MailAudience = 'client' | 'admin';

export type MailLanguage = 'fr' | 'en';

/**
 * One mail's wording, in Mustache (https://mustache.github.io/mustache.5.html): `{{name}}` puts a value in, escaped in `html` and plain
 * in the others; `{{#name}}…{{/name}}` shows a part only where there is a value. No code runs in it.
 */
export interface MailTemplate {
  subject: string;
  text: string;
  /** Inside of the body: the frame around it is the same for all. */
  html: string;
}

/** What a template can say. Texts are '' where there is nothing to say, so that sections around them vanish. */
export interface MailModel {
  /** Short number of the ticket, "V-7K3FQ2". */
  number: string;
  /** What became of it so far, as the subject of a message about it says: "Résolu". */
  state: string;
  /** Name of the application. */
  project: string;
  /** What the error said and where, as the ticket names it. Text of a page: not in mails to clients unless a template says so. */
  title: string;
  /** The newest occurrence, for admins: its message, place and page. */
  error: string;
  place: string;
  page: string;
  /** Formatted for the reader. */
  first_seen: string;
  last_seen: string;
  occurrences: string;
  clients: string;
  /** Why it was closed. */
  resolution: string;
  /** What somebody wrote to the reader. */
  message: string;
  /** Address of the ticket; '' where readers could not open it. */
  link: string;
  /** How the reader is called; '' when not known. */
  reader: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** A wording for every occasion and audience. */
export type DefaultTemplates = Record<MailTemplateName, Record<MailAudience, MailTemplate>>;

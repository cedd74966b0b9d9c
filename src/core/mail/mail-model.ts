import type { ErrorLogRow, TicketRow, TicketStatus } from '../rows.ts';
import type { MailLanguage, MailModel } from './mail-template.ts';

/** What is known when a mail is written. */
export interface MailFacts {
  ticket: TicketRow;
  /** The newest occurrence of the ticket; null when it has none, or none that is still stored. */
  newest: ErrorLogRow | null;
  /** Name of the application; '' when it is not known. */
  project: string;
  occurrences: number;
  clients: number;
  /** What a person wrote to the reader; '' for what the system tells. */
  message: string;
  /** How the reader is called; '' when not known. */
  reader: string;
  /** Where the reader finds the ticket; '' when nowhere. */
  link: string;
}

/** In whose words a mail speaks. */
export interface Reading {
  language: MailLanguage;
  /** IANA name, such as "Europe/Paris". */
  timeZone: string;
}

const NO_PROJECT: Record<MailLanguage, string> = { fr: 'notre site', en: 'our site' };

/** Of a ticket, to those outside of the team. */
const STATES: Record<MailLanguage, Record<TicketStatus, string>> = {
  fr: { ouvert: 'Ouvert', en_cours: 'En cours', en_attente_client: 'En attente', resolu: 'Résolu', ferme: 'Clos' },
  en: { ouvert: 'Open', en_cours: 'In progress', en_attente_client: 'Waiting', resolu: 'Resolved', ferme: 'Closed' },
};

/** What the templates can say, formatted for the reader. */
export function mailModel(facts: MailFacts, reading: Reading): MailModel {
  const { ticket, newest } = facts;
  const { language } = reading;
  const { first_seen, last_seen, number } = ticket.metadata;
  const { when, count } = formatsOf(reading);
  const date = (iso: string | null): string => (iso === null ? '' : when.format(new Date(iso)));
  const amount = (value: number): string => (value > 0 ? count.format(value) : '');
  return {
    number,
    state: STATES[language][ticket.statut],
    project: facts.project || NO_PROJECT[language],
    title: ticket.sujet,
    error: newest?.message ?? '',
    place: newest === null ? '' : placeOf(newest),
    page: newest?.metadata.url ?? '',
    first_seen: date(first_seen),
    last_seen: date(last_seen ?? ticket.created_at),
    occurrences: amount(facts.occurrences),
    clients: amount(facts.clients),
    resolution: ticket.resolution ?? '',
    message: facts.message,
    link: facts.link,
    reader: facts.reader,
  };
}

interface Formats extends Reading {
  when: Intl.DateTimeFormat;
  count: Intl.NumberFormat;
}

let latest: Formats | null = null;

/** Those of the last mail where they serve: to make them takes longer than to write the mail. */
function formatsOf({ language, timeZone }: Reading): Formats {
  if (latest?.language === language && latest.timeZone === timeZone) return latest;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  latest = { language, timeZone, when, count: new Intl.NumberFormat(language) };
  return latest;
}

function placeOf({ source, metadata: { line } }: ErrorLogRow): string {
  if (source === '') return '';
  return line > 0 ? `${source}:${String(line)}` : source;
}

import type { Picture } from '../../core/attachment.ts';
import type { CommandContext } from '../../core/commands/changes.ts';
import { deterministicId } from '../../core/ids.ts';
import { siteOf } from '../../core/project.ts';
import { createRedactor } from '../../core/redact/redactor.ts';
import { createTranslator, resolveLanguage } from '../../platform/i18n.ts';
import { addAttachment } from '../../storage/attachments.ts';
import { createTicket, type CreationOutcome } from '../../storage/create-ticket.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import { sites } from '../../storage/queries.ts';
import { changedTables } from '../../storage/save-changes.ts';
import { tabStory } from '../../storage/tab-story.ts';
import type { BrowserFacts } from '../ingest/browser-facts.ts';
import type { TabFacts } from '../network/place.ts';
import { reportWords } from './report-words.ts';

export interface ReportPorts {
  db: VigieDatabase;
  /** What a tab shows; null when it is gone. */
  tab: (id: number) => Promise<TabFacts | null>;
  browser: BrowserFacts;
  /** The language of the browser's own menus. */
  language: () => string;
}

/** A problem that somebody saw in a tab. */
export interface Report {
  tab: number;
  sujet: string;
  expected: string;
  /** Whether the tab's page, errors and breadcrumbs go with it. */
  context: boolean;
  picture?: Picture;
}

/** Opens a ticket for what somebody saw, with its picture, in one transaction. What comes from the page goes without its secrets. */
export async function report(ports: ReportPorts, told: Report, context: CommandContext): Promise<CreationOutcome> {
  const { db } = ports;
  const facts = (await ports.tab(told.tab)) ?? { url: '', title: '' };
  const known = told.context ? await contextWords(ports, told.tab, facts, context) : '';
  const project = siteOf(facts.url, await sites(db))?.id;
  const { client_id, client_email } = context.settings.identity;
  const asked = {
    sujet: told.sujet,
    description: [told.expected, known].filter((text) => text !== '').join('\n\n'),
    client_id,
    client_email,
    ...(project !== undefined && { project }),
  };
  return db.transaction('rw', [...changedTables(db), db.cm_attachments], async () => {
    const outcome = await createTicket(db, asked, context);
    if ('failure' in outcome || told.picture === undefined) return outcome;
    const id = deterministicId('attachment', context.id);
    await addAttachment(db, { id, ticket: outcome.ticket.id, picture: told.picture }, context.now);
    return outcome;
  });
}

async function contextWords(
  { db, browser, language }: ReportPorts,
  tab: number,
  { url, title }: TabFacts,
  { settings }: CommandContext,
): Promise<string> {
  const redactor = createRedactor(settings.redaction);
  const page = {
    url: redactor.url(url),
    title: redactor.text(title),
    browser: `${browser.browser} ${browser.browser_version}`.trim(),
  };
  const own = language();
  return reportWords(page, await tabStory(db, tab), createTranslator(resolveLanguage(settings.language, own), [own]));
}

import 'fake-indexeddb/auto';
import type { Command } from '../../src/core/commands/command.ts';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { SightingRow, VisitRow } from '../../src/core/signature-rows.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { resolutionWords } from '../../src/background/monitoring/resolution.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut } from '../../src/storage/command-apply.ts';
import { createTicket, type AskedTicket } from '../../src/storage/create-ticket.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { carryOutResolution } from '../../src/storage/error-commands.ts';
import { noteThreshold } from '../../src/storage/lowered-threshold.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { noteVisit } from '../../src/storage/visits.ts';
import { sightingId } from '../../src/core/sighting.ts';
import { settings as with_, PROJECT } from '../core/samples.ts';
import { captured, freshDatabase } from '../storage/support.ts';
import { ADMIN } from './ending.ts';

const AUTHOR = 'agent@example.com';
const PAGE = 'https://shop.example/cart';

/** Code and detail of a refusal; null for done. */
type Answer = string | null;

/** The rules as the extension has them: one database that stands for the team's. */
export class Engine {
  readonly db: VigieDatabase = freshDatabase();
  private rules: Settings['tickets'] = with_().tickets;
  private readonly words = resolutionWords(createTranslator('fr'));

  /** An administrator is told of every ticket. */
  async begin(): Promise<void> {
    await this.db.cm_settings.put({ key: 'notifications', value: { admins: [ADMIN] }, updated_at: '' });
  }

  /** Gives the tallies as they are afterwards. */
  async push(install: string, rows: readonly ErrorLogRow[], now: string): Promise<SightingRow[]> {
    const context = { settings: this.settings(), install, epoch: 1, now };
    await applyOccurrences(
      this.db,
      rows.map((row) => captured(row)),
      context,
    );
    const ids = new Set(rows.map(({ metadata }) => sightingId({ install, epoch: 1, ...metadata })));
    const tallies = await this.db.cm_error_sightings.bulkGet([...ids]);
    return tallies.flatMap((row) => row ?? []);
  }

  /** Gives the visits of that browser, as far as they are kept. */
  async visit(install: string, client_id: string | null, at: string): Promise<VisitRow[]> {
    await noteVisit(this.db, { install, project: PROJECT, page: PAGE, client_id, at }, this.rules.monitoringDuration);
    return (await this.db.cm_visits.toArray()).filter((row) => row.install === install);
  }

  async sweep(now: string): Promise<void> {
    await sweep(this.db, { tickets: this.rules, now, words: this.words });
  }

  async setRules(tickets: Partial<Settings['tickets']>): Promise<Settings['tickets']> {
    this.rules = { ...this.rules, ...tickets };
    await this.db.transaction('rw', this.db.meta, () => noteThreshold(this.db, this.rules.threshold));
    return this.rules;
  }

  async command(id: string, ticket: string, command: Command, now: string): Promise<Answer> {
    const outcome = await carryOut(this.db, { ticket, command, expected: null }, this.context(id, now));
    return 'failure' in outcome ? `${outcome.failure.code} ${outcome.failure.detail}` : null;
  }

  async create(id: string, asked: AskedTicket, now: string): Promise<Answer> {
    const outcome = await createTicket(this.db, asked, this.context(id, now));
    return 'failure' in outcome ? `${outcome.failure.code} ${outcome.failure.detail}` : null;
  }

  async resolve(id: string, signature: string, resolved: boolean, release: string, now: string): Promise<Answer> {
    const resolution = { resolved, release, note: 'looked at' };
    const key = { project: PROJECT, signature };
    const outcome = await carryOutResolution(this.db, key, resolution, this.context(id, now));
    return 'failure' in outcome ? `${outcome.failure.code} ${outcome.failure.detail}` : null;
  }

  private context(id: string, now: string) {
    return { id, now, author: AUTHOR, onBehalfOf: '', settings: this.settings() };
  }

  private settings(): Settings {
    const all = with_();
    return { ...all, tickets: this.rules, notifications: { ...all.notifications, admins: [ADMIN] } };
  }
}

import { troubleshootTexts } from '../../platform/texts/troubleshoot.ts';
import { isReadable } from '../../storage/guide-queries.ts';
import type { KnownCase } from './finding.ts';

const texts = troubleshootTexts.tables;

/** The guide's four. */
const TABLES = ['cm_error_logs', 'cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections'] as const;

/** "Tables 404". */
export const tablesCase: KnownCase = {
  title: texts.title,
  async check({ db }, find) {
    const file = 'sql/create_auto_ticket_tables_v2.sql';
    const found = await Promise.all(
      TABLES.map(async (table) =>
        (await isReadable(db, table)) ? find.ok(texts.exists, { table }) : find.problem(texts.missing, { table }),
      ),
    );
    return [find.info(texts.local, { file, command: 'await diagAutoTicket.checkStatus()' }), ...found];
  },
};

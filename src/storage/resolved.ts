import { Dexie } from 'dexie';
import type { VigieDatabase } from './database.ts';

/** Every stored occurrence of a signature follows what is decided about it. Call inside the transaction of the decision. */
export async function markOccurrences(
  db: VigieDatabase,
  project: string,
  signature: string,
  resolved: boolean,
): Promise<void> {
  await db.cm_error_logs
    .where('[metadata.project+metadata.signature+timestamp]')
    .between([project, signature, Dexie.minKey], [project, signature, Dexie.maxKey])
    .filter((row) => row.resolved !== resolved)
    .modify({ resolved });
}

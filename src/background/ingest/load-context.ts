import { ignoredBy } from '../../core/ignore/ignore.ts';
import { DEFAULT_IGNORE_RULES, type IgnoreRule } from '../../core/ignore/rules.ts';
import { redactRow } from '../../core/redact/redact-row.ts';
import { createRedactor } from '../../core/redact/redactor.ts';
import type { Settings } from '../../core/settings.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import { installOf } from '../../storage/install.ts';
import { settings as storedSettings } from '../../storage/queries.ts';
import type { CaptureContext } from './context.ts';

export interface ContextPorts {
  db: VigieDatabase;
  /** A random UUID. */
  newId: () => string;
  /** Told of settings that cannot be read: they stand at their defaults, and unreadable redaction drops every text. */
  onFailure: (where: string, error: unknown) => void;
}

/** Reads everything that capture works with. */
export async function loadContext({ db, newId, onFailure }: ContextPorts): Promise<CaptureContext> {
  const [{ settings, broken }, sites, install] = await Promise.all([
    storedSettings(db),
    db.cm_sites.toArray(),
    installOf(db, newId),
  ]);
  for (const { code, key, detail } of broken) onFailure('settings', new MessageError(code, `${key}: ${detail}`));
  const redactor = createRedactor(settings.redaction);
  for (const { rule, problem } of redactor.problems) onFailure('redaction', new MessageError(problem, `rule ${rule}`));
  const rules = ignoreRules(settings);
  return {
    settings,
    sites,
    ...install,
    ignoredBy: (facts) => ignoredBy(facts, rules)?.id ?? null,
    redact: (row) => redactRow(row, redactor),
  };
}

/** The built-in rules and the person's own, whose pattern is their name. */
function ignoreRules({ ignore }: Settings): IgnoreRule[] {
  const own = ignore.rules.map(({ pattern }) => ({
    id: `own:${pattern}`,
    name: pattern,
    enabled: true,
    builtin: false,
    match: { pattern: { field: 'message' as const, source: pattern } },
  }));
  return [...DEFAULT_IGNORE_RULES, ...own];
}

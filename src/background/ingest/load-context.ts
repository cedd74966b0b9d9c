import { withPolicy } from '../../core/consent.ts';
import { ignoredBy } from '../../core/ignore/ignore.ts';
import type { Managed } from '../../core/managed.ts';
import { redactRow } from '../../core/redact/redact-row.ts';
import { createRedactor } from '../../core/redact/redactor.ts';
import { ignoreRulesOf } from '../../core/settings.ts';
import { MessageError } from '../../messages/message-error.ts';
import { changeConsent } from '../../storage/consent.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import { installOf } from '../../storage/install.ts';
import { settings as storedSettings } from '../../storage/queries.ts';
import { applyPolicy } from '../policy.ts';
import type { CaptureContext } from './context.ts';

export interface ContextPorts {
  db: VigieDatabase;
  /** Match patterns of the hosts that the extension may see. */
  granted: () => Promise<string[]>;
  /** What a policy gives. */
  managed: () => Promise<Managed>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
  /** Told of settings that cannot be read: they stand at their defaults, and unreadable redaction drops every text. */
  onFailure: (where: string, error: unknown) => void;
}

/** Reads everything that capture works with. */
export async function loadContext({
  db,
  granted,
  managed,
  now,
  newId,
  onFailure,
}: ContextPorts): Promise<CaptureContext> {
  const policy = await managed();
  const { consent: capture, sending } = policy;
  const at = new Date(now()).toISOString();
  const unusable = await applyPolicy(db, policy, at);
  const [consent, { settings, broken }, sites, install, grants] = await Promise.all([
    changeConsent(db, (before) => withPolicy(before, { capture, sending }, at)),
    storedSettings(db),
    db.cm_sites.toArray(),
    installOf(db, newId),
    granted(),
  ]);
  for (const { code, key, detail } of [...unusable, ...broken])
    onFailure('settings', new MessageError(code, `${key}: ${detail}`));
  const redactor = createRedactor(settings.redaction);
  for (const { rule, problem } of redactor.problems) onFailure('redaction', new MessageError(problem, `rule ${rule}`));
  const rules = ignoreRulesOf(settings.ignore);
  return {
    agreed: consent.capture !== null,
    ...(consent.capture?.by === 'person' && { notBefore: consent.capture.at }),
    settings,
    sites,
    granted: grants,
    ...install,
    ignoredBy: (facts) => ignoredBy(facts, rules)?.id ?? null,
    redact: (row) => redactRow(row, redactor),
  };
}

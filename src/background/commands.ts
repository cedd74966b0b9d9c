import type { SiteRow } from '../core/rows.ts';
import { MessageError } from '../messages/message-error.ts';
import type { Handlers } from '../messages/router.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { importTables } from '../storage/import.ts';
import { saveSetting, updateSite } from '../storage/preferences.ts';
import { unusableRule } from './unusable-rules.ts';

export interface CommandPorts {
  db: VigieDatabase;
  /** Milliseconds since 1970. */
  now: () => number;
  /** What capture works with is out of date. */
  onChanged: () => void;
  /** A site was switched on or off, or to another mode. */
  onSwitched: (site: SiteRow) => Promise<void>;
  /** Sites may have come or changed, all at once. */
  onSitesChanged: () => Promise<void>;
}

type Commands = Pick<Handlers, 'settings.save' | 'site.update' | 'data.import'>;

/** What people change through the extension's own pages. Each may be repeated without harm. */
export function createCommands(ports: CommandPorts): Commands {
  const { db } = ports;
  const now = () => new Date(ports.now()).toISOString();

  return {
    async 'settings.save'({ key, value }) {
      const unusable = unusableRule(key, value);
      if (unusable !== null) throw new MessageError('invalid-setting', `${key}: ${unusable}`);
      const failure = await saveSetting(db, key, value, now());
      if (failure !== null) throw new MessageError(failure.code, `${failure.key}: ${failure.detail}`);
      ports.onChanged();
      return null;
    },

    async 'site.update'({ type: _type, id, ...change }) {
      const { enabled, unobtrusive } = change;
      if (!(await updateSite(db, id, change, now()))) throw new MessageError('unknown-site', id.slice(0, 64));
      ports.onChanged();
      const site = await db.cm_sites.get(id);
      if ((enabled ?? unobtrusive) !== undefined && site !== undefined) await ports.onSwitched(site);
      return null;
    },

    async 'data.import'({ tables, last }) {
      const outcome = await importTables(db, tables, last);
      ports.onChanged();
      if (last) await ports.onSitesChanged();
      return outcome;
    },
  };
}

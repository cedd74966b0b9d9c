import type { SiteRow } from '../core/rows.ts';
import { readPattern } from '../core/site-patterns.ts';
import { isTeamSetting } from '../core/sync/team-settings.ts';
import { MessageError } from '../messages/message-error.ts';
import type { Handlers } from '../messages/router.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { eraseCaptured } from '../storage/erase.ts';
import { importTables } from '../storage/import.ts';
import { lockedSettings } from '../storage/policy.ts';
import { saveSetting } from '../storage/preferences.ts';
import { changeSite } from '../storage/sites.ts';
import { teamAuthor } from './for-team.ts';
import { siteFor } from './policy.ts';
import { unusableRule } from './unusable-rules.ts';

export interface CommandPorts {
  db: VigieDatabase;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
  /** What capture works with is out of date. */
  onChanged: () => void;
  onSiteChanged: (before: SiteRow, after: SiteRow) => Promise<void>;
  /** What was captured is gone. */
  onErased: () => Promise<void>;
  /** Sites may have come or changed, all at once. */
  onSitesChanged: () => Promise<void>;
}

type Commands = Pick<Handlers, 'settings.save' | 'site.add' | 'site.update' | 'data.import' | 'data.erase'>;

/** What people change through the extension's own pages. Each may be repeated without harm. */
export function createCommands(ports: CommandPorts): Commands {
  const { db } = ports;
  const now = () => new Date(ports.now()).toISOString();

  return {
    async 'settings.save'({ key, value }) {
      if ((await lockedSettings(db)).includes(key)) throw new MessageError('managed-setting', key.slice(0, 64));
      const unusable = unusableRule(key, value);
      if (unusable !== null) throw new MessageError('invalid-setting', `${key}: ${unusable}`);
      const forTeam = isTeamSetting(key) ? await teamAuthor(ports, key) : null;
      const failure = await saveSetting(db, key, value, now(), forTeam);
      if (failure !== null) throw new MessageError(failure.code, `${failure.key}: ${failure.detail}`);
      ports.onChanged();
      return null;
    },

    async 'site.add'({ pattern }) {
      const read = readPattern(pattern);
      if ('problem' in read) throw new MessageError('invalid-site', read.problem);
      const made = await siteFor(db, read.pattern, now());
      ports.onChanged();
      await ports.onSitesChanged();
      return made;
    },

    async 'site.update'({ type: _type, id, ...change }) {
      const changed = await changeSite(db, id, change, now());
      if (changed === null) throw new MessageError('unknown-site', id.slice(0, 64));
      ports.onChanged();
      await ports.onSiteChanged(changed.before, changed.after);
      return null;
    },

    async 'data.import'({ tables, last }) {
      const outcome = await importTables(db, tables, last);
      ports.onChanged();
      if (last) await ports.onSitesChanged();
      return outcome;
    },

    async 'data.erase'() {
      if (!(await eraseCaptured(db))) throw new MessageError('in-team', '');
      ports.onChanged();
      await ports.onErased();
      return null;
    },
  };
}

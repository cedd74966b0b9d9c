import { readingProblem } from '../../core/account.ts';
import { siteOf } from '../../core/project.ts';
import { releaseProblem } from '../../core/release.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { Handlers } from '../../messages/router.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import type { TabFacts } from '../network/place.ts';
import { accountFound, accountQuery, readFacts } from './page-facts.ts';
import type { PageAnswer, PageReader } from './page-reader.ts';

export interface RuleTestPorts {
  db: VigieDatabase;
  reader: PageReader;
  /** What a tab shows; null when it is gone. */
  tab: (id: number) => Promise<TabFacts | null>;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
}

/** A person waits, but not for ever. */
const PATIENCE_MS = 5_000;

/** Tries rules on an open page, as they are being written: nothing of what is read is kept. */
export function createRuleTests(ports: RuleTestPorts): Pick<Handlers, 'site.test-account' | 'site.test-release'> {
  const { db, reader, later } = ports;

  /** Origin of the tab's page, if it is one of the site's. */
  async function originOf(tab: number, id: string): Promise<string> {
    const sites = await db.cm_sites.toArray();
    if (!sites.some((site) => site.id === id)) throw new MessageError('unknown-site', id.slice(0, 64));
    const url = (await ports.tab(tab))?.url ?? '';
    if (siteOf(url, sites)?.id !== id) throw new MessageError('other-site', '');
    return new URL(url).origin;
  }

  /** What the page answers; refuses when it does not. */
  async function answered<T>(reading: Promise<T | null>): Promise<T> {
    const silence = new Promise<null>((resolve) => {
      later(() => resolve(null), PATIENCE_MS);
    });
    const answer = await Promise.race([reading.catch(() => null), silence]);
    if (answer === null) throw new MessageError('page-silent', '');
    return answer;
  }

  return {
    async 'site.test-account'({ id, tab, account }) {
      const origin = await originOf(tab, id);
      const problem = readingProblem(account);
      if (problem !== null) return { value: null, refused: problem };
      const { found } = await answered<PageAnswer>(reader.read(tab, origin, [accountQuery(account)]));
      const result = accountFound(account, found[0] ?? []);
      return 'value' in result ? { value: result.value, refused: null } : { value: null, refused: result.refused };
    },
    async 'site.test-release'({ id, tab, release }) {
      const origin = await originOf(tab, id);
      const problem = releaseProblem(release);
      if (problem !== null) return { value: null, refused: problem };
      const { facts } = await answered(readFacts(reader, { tab, origin }, { account: null, release }));
      return { value: facts.release, refused: facts.release === null ? 'no-release' : null };
    },
  };
}

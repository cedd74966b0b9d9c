import {
  accountIn,
  readingProblem,
  selectorParts,
  storageKeys,
  storedValue,
  type AccountResult,
} from '../../core/account.ts';
import { releaseIn, releaseInScripts, releaseProblem } from '../../core/release.ts';
import type { Account } from '../../core/client.ts';
import type { AccountReading, ReleaseRule } from '../../core/site-rules.ts';
import type { SiteRow } from '../../core/rows.ts';
import type { PageAnswer, PageReader } from './page-reader.ts';
import type { PageQuery } from './read-in-page.ts';

/** What a site's rules found in a page. */
export interface PageFacts {
  /** Null: nobody that can be named. */
  client: Account | null;
  release: string | null;
}

/** What of a page is read. */
export interface PageRules {
  account: AccountReading | null;
  release: ReleaseRule | null;
}

/** The rules of a site that may be used; null when there is none, as on most sites. */
export function rulesOf({ account, release }: SiteRow): PageRules | null {
  const rules = {
    account: account?.accepted === true && readingProblem(account) === null ? account : null,
    release: release !== undefined && releaseProblem(release) === null ? release : null,
  };
  return rules.account === null && rules.release === null ? null : rules;
}

/** Whether it is a page's to say who is there: then it is known only once the page was read. */
export function readsAccounts(site: SiteRow): boolean {
  return rulesOf(site)?.account != null;
}

/** Reads a tab's page by these rules, in one go but for a global. Null when it shows another origin meanwhile. */
export async function readFacts(
  reader: PageReader,
  place: { tab: number; origin: string },
  rules: PageRules,
): Promise<{ document: string; facts: PageFacts } | null> {
  const { account, release } = rules;
  const [texts, global] = await Promise.all([readTexts(reader, place, rules), readGlobal(reader, place, rules)]);
  const answer = texts ?? global;
  // Between the two the page may have gone.
  if (answer === null || (global !== null && global.document !== answer.document)) return null;
  return {
    document: answer.document,
    facts: {
      client: account && clientFound(account, texts?.found[0] ?? []),
      release: release && releaseFound(release, (global ?? answer).found.at(-1) ?? []),
    },
  };
}

async function readTexts(
  reader: PageReader,
  { tab, origin }: { tab: number; origin: string },
  { account, release }: PageRules,
): Promise<PageAnswer | null> {
  const queries = [account && accountQuery(account), release && releaseQuery(release)];
  const asked = queries.filter((query) => query !== null);
  return asked.length === 0 ? null : reader.read(tab, origin, asked);
}

async function readGlobal(
  reader: PageReader,
  { tab, origin }: { tab: number; origin: string },
  { release }: PageRules,
): Promise<PageAnswer | null> {
  return release?.read === 'global' ? reader.global(tab, origin, release.name.trim().split('.')) : null;
}

function clientFound(rule: AccountReading, found: readonly string[]): Account | null {
  const result = accountFound(rule, found);
  return 'value' in result ? accountOf(rule, result.value) : null;
}

/** What the rule found, judged. */
export function accountFound(rule: AccountReading, found: readonly string[]): AccountResult {
  const [first = '', second] = found;
  const stored = rule.read === 'local_storage' || rule.read === 'session_storage';
  if (stored) return accountIn(second === undefined ? '' : storedValue(rule.name, first, second), rule.field);
  return accountIn(rule.read === 'cookie' ? decoded(first) : first, rule.field);
}

function releaseFound(rule: ReleaseRule, found: readonly string[]): string | null {
  return rule.read === 'script' ? releaseInScripts(found, rule.name) : releaseIn(found[0] ?? '');
}

export function accountQuery(rule: AccountReading): PageQuery {
  const name = rule.name.trim();
  if (rule.read === 'selector') return { at: 'selector', ...selectorParts(name) };
  if (rule.read === 'meta' || rule.read === 'cookie') return { at: rule.read, name };
  return { at: rule.read, keys: storageKeys(name) };
}

/** Null for a global, which is read in another world. */
function releaseQuery({ read, name }: ReleaseRule): PageQuery | null {
  if (read === 'global') return null;
  return read === 'meta' ? { at: 'meta', name: name.trim() } : { at: 'scripts' };
}

function accountOf({ field }: AccountReading, value: string): Account {
  return field === 'client_id' ? { client_id: value, client_email: '' } : { client_id: '', client_email: value };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { readingProblem, selectorParts } from '../../../core/account.ts';
import { releaseProblem } from '../../../core/release.ts';
import type { SiteRow } from '../../../core/rows.ts';
import type { SiteChange } from '../../../core/site-change.ts';
import { MAX_PATTERNS, readPattern } from '../../../core/site-patterns.ts';
import type { AccountReading, ReleaseRule } from '../../../core/site-rules.ts';
import type { Translator } from '../../../platform/i18n.ts';
import { siteRulesTexts } from '../../../platform/texts/site-rules.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import { oneLine } from '../../design/visible-text.ts';
import { statusesIn, wrongStatus } from '../status-list.ts';

/** A site as a form holds it: every field a text, '' for none. */
export interface SiteDraft {
  name: string;
  /** One a line. */
  patterns: string;
  /** Between commas or blanks. */
  quiet: string;
  environment: string;
  releaseRead: ReleaseRule['read'] | '';
  releaseName: string;
  accountRead: AccountReading['read'] | '';
  accountName: string;
  accountField: AccountReading['field'];
}

export type SiteProblems = Partial<Record<keyof SiteDraft, string>>;

const NO_RULE = { read: '', name: '', field: 'client_id' } as const;

export function draftOf(site: SiteRow): SiteDraft {
  const { name, patterns, quiet_statuses: quiet = [], environment = '', account, release } = site;
  const { read: accountRead, name: accountName, field: accountField } = account ?? NO_RULE;
  const { read: releaseRead, name: releaseName } = release ?? NO_RULE;
  return {
    name,
    patterns: patterns.join('\n'),
    quiet: quiet.join(', '),
    environment,
    releaseRead,
    releaseName,
    accountRead,
    accountName,
    accountField,
  };
}

/** The match patterns of the draft, without those that are none. */
function patternsOf(draft: SiteDraft): string[] {
  const read = linesOf(draft.patterns).map(readPattern);
  return [...new Set(read.flatMap((result) => ('pattern' in result ? [result.pattern] : [])))];
}

export function accountOf({ accountRead: read, accountName, accountField: field }: SiteDraft): AccountReading | null {
  return read === '' ? null : { read, name: accountName.trim(), field };
}

export function releaseOf({ releaseRead: read, releaseName }: SiteDraft): ReleaseRule | null {
  return read === '' ? null : { read, name: releaseName.trim() };
}

/**
 * What to change of the site for it to be as the draft says. Its account is named only where the form changed it, or where saving agrees
 * to it: a rule that came from elsewhere must not be agreed to by saving something else.
 */
export function changeOf(draft: SiteDraft, site: SiteRow): SiteChange {
  const account = accountOf(draft);
  const stored = accountOf(draftOf(site));
  const same = JSON.stringify(account) === JSON.stringify(stored);
  return {
    name: draft.name.trim(),
    patterns: patternsOf(draft),
    quiet_statuses: statusesIn(draft.quiet),
    environment: draft.environment.trim(),
    release: releaseOf(draft),
    ...(same ? {} : { account }),
  };
}

/** What is wrong with a draft, field by field, as sentences; empty when it can be saved. */
export function siteProblems(draft: SiteDraft, others: readonly SiteRow[], { t }: Translator): SiteProblems {
  const texts = siteRulesTexts.problems;
  const wrong = wrongStatus(draft.quiet);
  const release = releaseOf(draft);
  const account = accountOf(draft);
  const releaseWrong = release && releaseProblem(release);
  const accountWrong = account && (readingProblem(account) ?? selectorProblem(account));
  const patterns = patternsProblem(draft, others, { t });
  return {
    ...(draft.name.trim() === '' && { name: t(sitesTexts.nameEmpty) }),
    ...(patterns !== null && { patterns }),
    ...(wrong !== undefined && { quiet: t(texts.status, { status: oneLine(wrong, 20) }) }),
    ...(releaseWrong && { releaseName: t(texts.rule.byCode[releaseWrong]) }),
    ...(accountWrong && { accountName: t(texts.rule.byCode[accountWrong]) }),
  };
}

function patternsProblem(draft: SiteDraft, others: readonly SiteRow[], { t }: Pick<Translator, 't'>): string | null {
  const texts = siteRulesTexts.problems;
  const lines = linesOf(draft.patterns);
  if (lines.length === 0) return t(texts.noPattern);
  if (lines.length > MAX_PATTERNS) return t(texts.tooMany, { max: MAX_PATTERNS });
  for (const line of lines) {
    const read = readPattern(line);
    if ('problem' in read) return t(texts.pattern.byCode[read.problem], { address: oneLine(line, 60) });
    const owner = others.find(({ patterns, removed }) => removed !== true && patterns.includes(read.pattern));
    if (owner) return t(texts.taken, { address: oneLine(line, 60), site: oneLine(owner.name, 60) });
  }
  return null;
}

/** Only the browser can tell whether a selector is one. */
function selectorProblem({ read, name }: AccountReading): 'selector' | null {
  if (read !== 'selector') return null;
  try {
    document.createDocumentFragment().querySelector(selectorParts(name).selector);
    return null;
  } catch {
    return 'selector';
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

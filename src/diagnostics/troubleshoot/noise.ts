import { IGNORE_CHECKS, type IgnoreCheck } from '../../core/ignore/rules.ts';
import { clip, oneLine } from '../../core/text.ts';
import { setAsideTexts } from '../../platform/texts/set-aside.ts';
import { troubleshootTexts } from '../../platform/texts/troubleshoot.ts';
import { recentGroups, type GroupWithTicket } from '../../storage/queries.ts';
import type { CasePorts, Finder, Finding, KnownCase } from './finding.ts';

const texts = troubleshootTexts.noise;

/** The guide's three, of all the rules. */
const GUIDE: readonly IgnoreCheck[] = IGNORE_CHECKS.slice(0, 3);

/** Errors looked through, and shown. */
const REACH = 500;
const SHOWN = 5;

/** "Erreurs à traiter": syntax errors, something undefined, HTTP 500 and 404; in the words of Chromium and of Firefox. */
const CRITICAL = /SyntaxError|unexpected token|of undefined|of null|is undefined|is null/i;
const FAILED = /\b(?:404|5\d\d)\b/;

/** "Erreurs console persistantes": what is ignored, and what is not to be. */
export const noiseCase: KnownCase = {
  title: texts.title,
  async check(ports, find) {
    return [...rules(ports, find), ...(await critical(ports, find))];
  },
};

function rules({ settings, speaker }: CasePorts, find: Finder): Finding[] {
  const { t } = speaker.translator();
  return GUIDE.map((check) => {
    const rule = t(setAsideTexts.ignored.byCode[check]);
    const off = settings.ignore.disabled.includes(`builtin:${check}`);
    return off ? find.problem(texts.ruleOff, { rule }) : find.ok(texts.ruleOn, { rule });
  });
}

async function critical({ db, speaker }: CasePorts, find: Finder): Promise<Finding[]> {
  const { t } = speaker.translator();
  const found = (await recentGroups(db, { limit: REACH })).filter(isCritical).slice(0, SHOWN);
  if (found.length === 0) return [find.ok(texts.noCritical)];
  return found.map(({ message, count, ticket }) =>
    find.problem(texts.critical, {
      message: clip(oneLine(message), 120),
      count,
      ticket: ticket?.metadata.number ?? t(texts.noTicket),
    }),
  );
}

function isCritical({ resolved, error_type, message }: GroupWithTicket): boolean {
  if (resolved) return false;
  return error_type === 'http_error' ? FAILED.test(message) : CRITICAL.test(message);
}

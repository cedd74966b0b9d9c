import { quietStatusOf } from '../../../core/quiet.ts';
import { ignoreRulesOf, type Settings } from '../../../core/settings.ts';

/** An ignore rule that took something out. */
export interface IgnoredRule {
  /** '' when the tally bears none. */
  id: string;
  count: number;
  /** `quiet`: a site wants these answers as traces only. */
  kind: 'builtin' | 'own' | 'quiet' | 'gone';
  /** As its author wrote it, or the status of the answers; '' for those that are built in or gone. */
  name: string;
  enabled: boolean;
}

/** The rules behind the tallies, the one that took most first. */
export function ignoredRules(ignored: Readonly<Record<string, number>>, settings: Settings['ignore']): IgnoredRule[] {
  const rules = new Map(ignoreRulesOf(settings).map((rule) => [rule.id, rule]));
  return Object.entries(ignored)
    .filter(([, count]) => count > 0)
    .map(([id, count]): IgnoredRule => {
      const rule = rules.get(id);
      const status = quietStatusOf(id);
      if (status !== null) return { id, count, kind: 'quiet', name: status, enabled: false };
      if (!rule) return { id, count, kind: 'gone', name: '', enabled: false };
      const { builtin, enabled, name } = rule;
      return { id, count, kind: builtin ? 'builtin' : 'own', name: builtin ? '' : name, enabled };
    })
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

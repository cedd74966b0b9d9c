/**
 * How well a key groups labelled errors: pairwise and B-cubed precision and recall, splits, merges, near misses. The form of the events
 * and the meaning of the figures are described in tests/fixtures/corpus/README.md.
 */
import type { LabelledEvent } from './labelled-events.ts';

export interface Split {
  bug: string;
  /** Pairs of the bug that have different keys. */
  lost: number;
  /** Keys and how many events have each, the largest first. */
  parts: [string, number][];
}

export interface Merge {
  key: string;
  /** Pairs of different bugs that have this key. */
  wrong: number;
  bugs: [string, number][];
}

export interface Score {
  events: number;
  bugs: number;
  signatures: number;
  precision: number;
  recall: number;
  f1: number;
  b3_precision: number;
  b3_recall: number;
  b3_f1: number;
  bugs_split: number;
  bugs_merged: number;
  bugs_exact: number;
  near_miss_groups: number;
  near_miss_apart: number;
  worst_splits: Split[];
  worst_merges: Merge[];
}

type KeyOf = (event: LabelledEvent) => string;

const pairs = (count: number): number => (count * (count - 1)) / 2;
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function groupBy(events: readonly LabelledEvent[], keyOf: KeyOf): Map<string, LabelledEvent[]> {
  const groups = new Map<string, LabelledEvent[]>();
  for (const event of events) {
    const group = groups.get(keyOf(event));
    if (group) group.push(event);
    else groups.set(keyOf(event), [event]);
  }
  return groups;
}

function sizes(events: readonly LabelledEvent[], keyOf: KeyOf): [string, number][] {
  const groups = [...groupBy(events, keyOf)].map(([key, members]): [string, number] => [key, members.length]);
  return groups.toSorted((a, b) => b[1] - a[1]);
}

const pairsWithin = (parts: readonly [string, number][]): number => sum(parts.map(([, count]) => pairs(count)));
const squares = (parts: readonly [string, number][]): number => sum(parts.map(([, count]) => count * count));

function nearMisses(events: readonly LabelledEvent[], keyOf: KeyOf): { groups: number; apart: number } {
  const groups = [
    ...groupBy(
      events.filter((event) => (event.near_miss ?? '') !== ''),
      (event) => event.near_miss ?? '',
    ).values(),
  ];
  const several = groups.filter((members) => new Set(members.map(({ bug }) => bug)).size > 1);
  const apart = several.filter((members) =>
    [...groupBy(members, keyOf).values()].every((same) => new Set(same.map(({ bug }) => bug)).size === 1),
  );
  return { groups: several.length, apart: apart.length };
}

/** Scores a key over a list of events; `keyOf` must give the same answer when asked twice. */
export function score(events: readonly LabelledEvent[], keyOf: KeyOf): Score {
  const byBug = [...groupBy(events, ({ bug }) => bug)].map(([bug, members]) => ({
    bug,
    members,
    parts: sizes(members, keyOf),
  }));
  const byKey = [...groupBy(events, keyOf)].map(([key, members]) => ({
    key,
    members,
    bugs: sizes(members, ({ bug }) => bug),
  }));
  const same = sum(byBug.map(({ parts }) => pairsWithin(parts)));
  const joined = sum(byKey.map(({ members }) => pairs(members.length)));
  const truth = sum(byBug.map(({ members }) => pairs(members.length)));
  const cubed = {
    precision: share(sum(byKey.map(({ members, bugs }) => squares(bugs) / members.length)), events.length),
    recall: share(sum(byBug.map(({ members, parts }) => squares(parts) / members.length)), events.length),
  };
  const splits = byBug
    .filter(({ parts }) => parts.length > 1)
    .map(({ bug, members, parts }) => ({ bug, lost: pairs(members.length) - pairsWithin(parts), parts }));
  const merges = byKey
    .filter(({ bugs }) => bugs.length > 1)
    .map(({ key, members, bugs }) => ({ key, wrong: pairs(members.length) - pairsWithin(bugs), bugs }));
  const mixed = new Set(merges.flatMap(({ bugs }) => bugs.map(([bug]) => bug)));
  const torn = new Set(splits.map(({ bug }) => bug));
  const near = nearMisses(events, keyOf);
  return {
    events: events.length,
    bugs: byBug.length,
    signatures: byKey.length,
    precision: share(same, joined),
    recall: share(same, truth),
    f1: harmonic(share(same, joined), share(same, truth)),
    b3_precision: cubed.precision,
    b3_recall: cubed.recall,
    b3_f1: harmonic(cubed.precision, cubed.recall),
    bugs_split: splits.length,
    bugs_merged: mixed.size,
    bugs_exact: byBug.filter(({ bug }) => !mixed.has(bug) && !torn.has(bug)).length,
    near_miss_groups: near.groups,
    near_miss_apart: near.apart,
    worst_splits: splits.toSorted((a, b) => b.lost - a.lost),
    worst_merges: merges.toSorted((a, b) => b.wrong - a.wrong),
  };
}

/** The three views on a file of events. */
export function views(
  events: readonly LabelledEvent[],
): Record<'all' | 'without shifted' | 'without synthetic', readonly LabelledEvent[]> {
  return {
    all: events,
    'without shifted': events.filter(({ shifted }) => shifted !== true),
    'without synthetic': events.filter(({ synthetic }) => synthetic !== true),
  };
}

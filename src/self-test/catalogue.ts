import * as v from 'valibot';

/** Why a page of the extension cannot show a case. */
export const HIDDEN_REASONS = [
  'server',
  'second-site',
  'frames',
  'rewrites',
  'policy',
  'person',
  'tools',
  'page',
  'browser',
] as const;
export type HiddenReason = (typeof HIDDEN_REASONS)[number];

const EXPECTATION = v.object({
  type: v.string(),
  message: v.union([v.string(), v.object({ pattern: v.string(), flags: v.string() })]),
  count: v.number(),
  facts: v.record(v.string(), v.unknown()),
});

const ENTRY = v.object({
  name: v.string(),
  title: v.string(),
  /** Null: it can be shown. */
  hidden: v.nullable(v.picklist(HIDDEN_REASONS)),
  /** Texts that must be nowhere in what would be stored. */
  absent: v.array(v.string()),
  expect: v.array(EXPECTATION),
});

/** A case of the browser tests, as the build wrote it down for this browser. */
export type CatalogueEntry = v.InferOutput<typeof ENTRY>;

/** @throws ValiError when the text is no catalogue. */
export function parseCatalogue(text: string): CatalogueEntry[] {
  return v.parse(v.array(ENTRY), JSON.parse(text));
}

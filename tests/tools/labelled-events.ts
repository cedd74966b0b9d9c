import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { CapturedFacts } from '../../src/core/occurrence.ts';
import { ERROR_TYPES } from '../../src/core/rows.ts';

/** The recorded errors that the project is measured with. */
export const OWN_CORPUS = fileURLToPath(new URL('../fixtures/corpus/signatures.json', import.meta.url));

const text = v.optional(v.string(), '');
const count = v.optional(v.number(), 0);

const EventSchema = v.object({
  id: text,
  bug: v.string(),
  near_miss: v.optional(v.nullable(v.string())),
  shifted: v.optional(v.nullable(v.boolean())),
  synthetic: v.optional(v.nullable(v.boolean())),
  browser: v.fallback(v.picklist(['chromium', 'firefox', 'safari', 'other']), 'other'),
  error_type: v.picklist(ERROR_TYPES),
  message: text,
  name: text,
  source: text,
  line: count,
  column: count,
  stack: text,
  page_url: text,
  http: v.optional(
    v.nullable(v.object({ method: text, url: text, status: count, error: v.optional(v.nullable(v.string())) })),
  ),
  console_args: v.optional(v.nullable(v.array(v.string()))),
});

/** An error with the name of the bug that caused it; see tests/fixtures/corpus/README.md. */
export type LabelledEvent = v.InferOutput<typeof EventSchema>;

/** Reads a file of labelled errors. @throws when it is no JSON or not of that form, naming the first thing that is wrong. */
export function readEvents(path: string): LabelledEvent[] {
  return v.parse(v.array(EventSchema), JSON.parse(readFileSync(path, 'utf8')));
}

/** What a recorder can know of an event: no label reaches the function that is measured. */
export function factsOf(event: LabelledEvent): CapturedFacts {
  const { browser, error_type, message, name, source, line, column, stack, page_url, http, console_args } = event;
  return {
    browser,
    error_type,
    message,
    name,
    source,
    line,
    column,
    stack,
    page_url,
    ...(http
      ? {
          http: {
            method: http.method,
            url: http.url,
            status: http.status,
            duration_ms: null,
            error: http.error ?? null,
          },
        }
      : {}),
    ...(console_args ? { console_args } : {}),
  };
}

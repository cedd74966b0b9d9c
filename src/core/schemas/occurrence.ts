import * as v from 'valibot';
import {
  json,
  LIST_LIMIT,
  natural,
  nonEmpty,
  optionalText,
  optionalUuid,
  positive,
  text,
  time,
  uuid,
} from '../fields.ts';
import { BREADCRUMB_KINDS, ERROR_TYPES, type ErrorLogRow } from '../rows.ts';

/** Fields of the metadata that this version does not know are kept. */

export const errorType = v.picklist(ERROR_TYPES);

const signatureParts = v.object({
  source: text,
  message: text,
  line: natural,
  because: v.picklist(['in-app frame', 'first frame', 'event position', 'request', 'resource', 'message only']),
});

const http = v.object({
  method: text,
  url: text,
  status: natural,
  duration_ms: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  error: optionalText,
});

export const errorLog: v.GenericSchema<unknown, ErrorLogRow> = v.object({
  id: uuid,
  error_type: errorType,
  message: text,
  source: text,
  stack_trace: text,
  resolved: v.boolean(),
  timestamp: time,
  metadata: v.objectWithRest(
    {
      signature: nonEmpty,
      signature_version: natural,
      signature_parts: signatureParts,
      name: text,
      line: natural,
      column: natural,
      url: text,
      top_url: v.exactOptional(text),
      title: text,
      project: uuid,
      client_id: optionalUuid,
      client_email: optionalText,
      count: positive,
      http: v.exactOptional(http),
      console_args: v.exactOptional(v.pipe(v.array(text), v.maxLength(LIST_LIMIT))),
      causes: v.exactOptional(
        v.pipe(v.array(v.object({ name: text, message: text, stack: text })), v.maxLength(LIST_LIMIT)),
      ),
      user_agent: text,
      browser: v.picklist(['chromium', 'firefox', 'safari', 'other']),
      browser_version: text,
      release: v.exactOptional(text),
      environment: v.exactOptional(text),
      frame_id: natural,
      suppressed: v.exactOptional(natural),
      breadcrumbs: v.exactOptional(
        v.pipe(v.array(v.object({ at: time, kind: v.picklist(BREADCRUMB_KINDS), text })), v.maxLength(LIST_LIMIT)),
      ),
      lineless: v.exactOptional(nonEmpty),
    },
    json,
  ),
});

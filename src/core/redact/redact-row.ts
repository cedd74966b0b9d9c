import type { Breadcrumb, ErrorLogRow, OccurrenceMetadata } from '../rows.ts';
import { isSecretKey } from './key-words.ts';
import { labelledSecrets } from './labelled.ts';
import { isCommit } from './random.ts';
import type { Redactor } from './redactor.ts';
import { maskSignature } from './secrets.ts';
import { REDACTED } from './spans.ts';

/** Written by the extension itself, not by the page. */
const OWN_FIELDS = new Set(['id', 'error_type', 'timestamp']);
/** `client_id` and `client_email` are the reason why the row can be followed up; the rest is written by the extension itself. */
const OWN_METADATA = new Set(['client_id', 'client_email', 'project', 'browser', 'browser_version', 'user_agent']);
/** What tells bugs apart: a person's rules must not change it. */
const TELLING_APART = new Set(['signature', 'lineless']);
/** Fields that hold an address as a whole, wherever they stand. */
const ADDRESSES = new Set(['source', 'url', 'top_url', 'page_url', 'document_url', 'blocked_url', 'referrer', 'href']);
/** Names of the row's own form. A rule that hit one of them would leave a row that is none, and the occurrence would be lost. */
const FORM = new Set([
  'source',
  'message',
  'line',
  'because',
  'name',
  'stack',
  'method',
  'url',
  'status',
  'duration_ms',
  'error',
]);
/** Deeper than any row of ours. */
const MAX_DEPTH = 12;

/**
 * The row without secrets, ready to be stored. Every text of it is redacted, known field or not, nested or not: what is kept as it is
 * stands in the lists above. `metadata.signature` and `metadata.lineless` get the fixed masking only.
 */
export function redactRow(row: ErrorLogRow, redactor: Redactor): ErrorLogRow {
  const secrets = secretArguments(row.metadata.console_args);
  const walk = walker(redactor, secrets);
  const metadata = fields(row.metadata, (key, value) => {
    if (OWN_METADATA.has(key)) return value;
    if (key === 'release' && typeof value === 'string' && isCommit(value)) return value;
    return TELLING_APART.has(key) && typeof value === 'string'
      ? maskSignature(without(value, secrets))
      : walk(key, value, 0);
  });
  const rest = fields(row, (key, value) => (OWN_FIELDS.has(key) || key === 'metadata' ? value : walk(key, value, 0)));
  const { breadcrumbs } = row.metadata;
  const { because } = row.metadata.signature_parts;
  return {
    ...rest,
    metadata: {
      ...metadata,
      signature_parts: { ...metadata.signature_parts, because },
      ...(breadcrumbs && { breadcrumbs: breadcrumbs.map((crumb) => withoutSecrets(crumb, redactor)) }),
    },
  };
}

/** Stands between the parts of a breadcrumb until it is redacted, since a name in one may call the next secret. */
export const PART_SEPARATOR = '\u001F';
/** Stands in a selector between what the page wrote and what we did, so that a secret ends where the page's text does. */
export const SELECTOR_SEPARATOR = '\u001E';

/** Time and kind are the extension's own. */
function withoutSecrets({ at, kind, text }: Breadcrumb, redactor: Redactor): Breadcrumb {
  if (kind === 'navigation') return { at, kind, text: redactor.url(text) };
  if (kind === 'click') {
    const parts = text.split(SELECTOR_SEPARATOR).map((part) => redactor.text(part));
    return { at, kind, text: redactor.text(parts.join('')) };
  }
  return { at, kind, text: redactor.texts(text.split(PART_SEPARATOR)).join(' ') };
}

type Walk = (key: string, value: unknown, depth: number) => unknown;

function walker(redactor: Redactor, secrets: readonly string[]): Walk {
  const text = (key: string, value: string): string => {
    if (isSecretKey(key) && value !== '') return REDACTED;
    if (ADDRESSES.has(key)) return redactor.url(value);
    return redactor.text(key === 'message' ? without(value, secrets) : value);
  };
  const keyOf = (name: string): string => (FORM.has(name) ? name : redactor.text(name));
  const walk: Walk = (key, value, depth) => {
    if (typeof value === 'string') return text(key, value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= MAX_DEPTH) return REDACTED;
    if (key === 'console_args' && isTexts(value))
      return redactor.texts(value.map((item) => (secrets.includes(item) ? REDACTED : item)));
    if (isTexts(value) && !isSecretKey(key) && !ADDRESSES.has(key)) return redactor.texts(value);
    if (Array.isArray(value)) return value.map((item) => walk(key, item, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [keyOf(name), walk(name, inner, depth + 1)]),
    );
  };
  return walk;
}

/** The same object with every field mapped; its shape stays. */
function fields<T extends ErrorLogRow | OccurrenceMetadata>(
  object: T,
  map: (key: string, value: unknown) => unknown,
): T {
  return Object.assign(
    { ...object },
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(key, value)])),
  );
}

function isTexts(value: object): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Arguments that the text before them calls secret. They stand in the message as well, where nothing may tell. */
function secretArguments(values: readonly string[] | undefined): string[] {
  return values ? labelledSecrets(values).map((index) => values[index] ?? '') : [];
}

/** Shorter ones could be part of anything. */
const SHORTEST = 4;

/** The text with those secrets masked where they stand as words. */
function without(text: string, secrets: readonly string[]): string {
  let out = text;
  for (const secret of secrets) {
    if (secret.length >= SHORTEST)
      out = out.split(secret).reduce((left, right) => left + (touches(left, right) ? secret : REDACTED) + right);
  }
  return out;
}

function touches(left: string, right: string): boolean {
  return /[\p{L}\p{N}]$/u.test(left.slice(-1)) || /^[\p{L}\p{N}]/u.test(right);
}

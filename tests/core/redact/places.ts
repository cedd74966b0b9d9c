import { PART_SEPARATOR, SELECTOR_SEPARATOR } from '../../../src/core/redact/redact-row.ts';
import type { ErrorLogRow } from '../../../src/core/rows.ts';

/** A row as capture makes it, without anything secret and without a query, so that redaction must leave it alone. */
export function cleanRow(): ErrorLogRow {
  return {
    id: '3f0c9a52-7d1e-4b7a-9c55-0a6d2f6e1b34',
    error_type: 'js_error',
    message: "Uncaught TypeError: Cannot read properties of undefined (reading 'total')",
    source: 'https://app.example.com/assets/app-3f9a2c.js',
    stack_trace:
      "TypeError: Cannot read properties of undefined (reading 'total')\n    at total (https://app.example.com/assets/app-3f9a2c.js:10:20)\n    at https://app.example.com/login/password:12:5",
    resolved: false,
    timestamp: '2025-01-31T07:40:00.000Z',
    metadata: {
      signature: "app.js|Cannot read properties of undefined (reading 'total')|10",
      signature_version: 1,
      signature_parts: {
        source: 'app.js',
        message: "Cannot read properties of undefined (reading 'total')",
        line: 10,
        because: 'in-app frame',
      },
      name: 'TypeError',
      line: 10,
      column: 20,
      url: 'https://app.example.com/reserver/gites/388',
      top_url: 'https://portail.example.com/',
      title: 'Réserver – Gîtes de la baie',
      project: 'b5f1c0de-0000-4000-8000-000000000001',
      client_id: 'c41d77aa-0b9f-4e61-b2d8-6e5f10a7c9e2',
      client_email: 'marie.dupont@example.com',
      count: 3,
      http: {
        method: 'GET',
        url: 'https://api.example.com/v2/gites/388',
        status: 500,
        duration_ms: 12,
        error: 'Internal Server Error',
      },
      console_args: ['[gestion] facture F2024-1187 a échoué', '{"code":"PLAFOND_DEPASSE","montant":89}'],
      causes: [
        {
          name: 'Error',
          message: 'timeout of 15000ms exceeded',
          stack: 'lire@https://app.example.com/js/http.js:15:11',
        },
      ],
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      browser: 'firefox',
      browser_version: '140.0',
      frame_id: 0,
    },
  };
}

function withMetadata(extra: object): ErrorLogRow {
  const row = cleanRow();
  return { ...row, metadata: { ...row.metadata, ...extra } };
}

const percent = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const entities = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('=', '&#x3d;');

/** Where a page can write a text so that it reaches a row, and in which dress. */
export const PLACES: Record<string, (text: string) => ErrorLogRow> = {
  message: (text) => ({ ...cleanRow(), message: text }),
  'inside a message': (text) => ({ ...cleanRow(), message: `Uncaught Error: échec\n${text}\npour 4512` }),
  'first line of a stack': (text) => ({
    ...cleanRow(),
    stack_trace: `Error: ${text}\n    at f (https://app.example.com/a.js:1:2)`,
  }),
  'address of a frame': (text) => ({
    ...cleanRow(),
    stack_trace: `f@https://app.example.com/a.js?x=${encodeURIComponent(text)}:1:2`,
  }),
  'name of a frame': (text) => ({ ...cleanRow(), stack_trace: `    at ${text} (https://app.example.com/a.js:1:2)` }),
  source: (text) => ({ ...cleanRow(), source: `https://app.example.com/a.js?${encodeURIComponent(text)}` }),
  'query value': (text) => withMetadata({ url: `https://app.example.com/x?a=${encodeURIComponent(text)}&b=2` }),
  'query name': (text) => withMetadata({ url: `https://app.example.com/x?${encodeURIComponent(text)}` }),
  fragment: (text) => withMetadata({ url: `https://app.example.com/x#${encodeURIComponent(text)}` }),
  'fragment value': (text) => withMetadata({ top_url: `https://app.example.com/x#a=${encodeURIComponent(text)}` }),
  'hash route': (text) => withMetadata({ url: `https://app.example.com/#/x?a=${encodeURIComponent(text)}` }),
  user: (text) => withMetadata({ url: `https://qa:${encodeURIComponent(text)}@app.example.com/x` }),
  path: (text) => withMetadata({ url: `https://app.example.com/x/${encodeURIComponent(text)}` }),
  title: (text) => withMetadata({ title: `Page – ${text}` }),
  'address of a request': (text) =>
    withMetadata({
      http: { ...cleanRow().metadata.http, url: `https://api.example.com/x?a=${encodeURIComponent(text)}` },
    }),
  'error of a request': (text) => withMetadata({ http: { ...cleanRow().metadata.http, error: text } }),
  'console argument': (text) => withMetadata({ console_args: ['échec', text, 'fin'] }),
  'message of a cause': (text) => withMetadata({ causes: [{ name: 'Error', message: text, stack: '' }] }),
  'stack of a cause': (text) =>
    withMetadata({ causes: [{ name: 'Error', message: '', stack: `Error: ${text}\n    at <anonymous>:1:1` }] }),
  'name of an error': (text) => withMetadata({ name: text }),
  signature: (text) => withMetadata({ signature: `app.js|${text}|10` }),
  'parts of a signature': (text) =>
    withMetadata({ signature_parts: { source: 'app.js', message: text, line: 10, because: 'in-app frame' } }),
  'header lines': (text) => ({
    ...cleanRow(),
    message: `HTTP/1.1 401\r\nDate: 2025-01-31\r\nX-Debug: ${text}\r\nServer: nginx`,
  }),
  'JSON text': (text) => ({ ...cleanRow(), message: `réponse ${JSON.stringify({ a: 1, detail: text, b: [text] })}` }),
  'JSON in JSON': (text) => ({ ...cleanRow(), message: JSON.stringify({ body: JSON.stringify({ detail: text }) }) }),
  'JSON cut short': (text) => ({ ...cleanRow(), message: `{"a":1,"detail":"${escaped(text)}` }),
  'percent-encoded': (text) => ({ ...cleanRow(), message: `rappel ${encodeURIComponent(text)} en échec` }),
  'percent-encoded throughout': (text) => ({ ...cleanRow(), message: `rappel ${percent(text)}` }),
  'percent-encoded twice': (text) => ({
    ...cleanRow(),
    message: `rappel ${encodeURIComponent(encodeURIComponent(text))}`,
  }),
  'HTML attribute': (text) => ({ ...cleanRow(), message: `<div title="${entities(text)}">` }),
  'unknown field': (text) => withMetadata({ release_note: text }),
  'unknown nested field': (text) =>
    withMetadata({ trail: [{ type: 'click', data: { selector: 'button', text: [text, { text }] } }] }),
  'breadcrumb of an address': (text) =>
    withMetadata({
      breadcrumbs: [
        {
          at: cleanRow().timestamp,
          kind: 'navigation',
          text: `https://app.example.com/?a=${encodeURIComponent(text)}`,
        },
      ],
    }),
  'breadcrumb of the console': (text) =>
    withMetadata({ breadcrumbs: [{ at: cleanRow().timestamp, kind: 'console', text: `vu${PART_SEPARATOR}${text}` }] }),
  'breadcrumb of a click': (text) =>
    withMetadata({
      breadcrumbs: [
        {
          at: cleanRow().timestamp,
          kind: 'click',
          text: ['form', '#', text, '.wide > button', '.', text, '[name="', text, '"]'].join(SELECTOR_SEPARATOR),
        },
      ],
    }),
  'headers of a request, encoded': (text) =>
    withMetadata({ console_args: ['échec', JSON.stringify({ headers: { 'x-debug': encodeURIComponent(text) } })] }),
  'name of an unknown field': (text) => withMetadata({ headers: { [text]: 1 } }),
};

/** All ways in which a stored secret could still be read from the JSON of a row. */
export function traces(secret: string): string[] {
  return [
    ...new Set([
      secret,
      escaped(secret),
      escaped(escaped(secret)),
      encodeURIComponent(secret),
      percent(secret),
      entities(secret),
    ]),
  ];
}

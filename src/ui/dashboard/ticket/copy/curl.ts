import type { HttpFacts } from '../../../../core/rows.ts';

/**
 * The request as a command for a shell. The address is a page's text: in single quotes a shell reads nothing in it, and whatever is not
 * printable is escaped as addresses do, because terminals obey control characters even while one pastes.
 *
 * @param http as stored: without headers and bodies, and redacted.
 */
export function curlCommand({ method, url }: HttpFacts): string {
  const verb = /^[A-Z]{1,20}$/u.test(method) ? method : 'GET';
  return ['curl', '--globoff', ...requestOption(verb), '--url', quoted(printable(url))].join(' ');
}

/** `--request HEAD` would wait for a body that never comes. */
function requestOption(verb: string): string[] {
  if (verb === 'GET') return [];
  return verb === 'HEAD' ? ['--head'] : ['--request', verb];
}

function printable(url: string): string {
  // Half a character has no escape.
  return url.replace(/\p{Cs}/gu, '\uFFFD').replace(/[^\u0021-\u007E]/gu, (character) => encodeURIComponent(character));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

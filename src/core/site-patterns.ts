/** Why a text names no addresses that a site could have. */
export type PatternProblem = 'empty' | 'not-an-address' | 'scheme' | 'stars' | 'too-wide' | 'too-long';

export type PatternResult = { pattern: string } | { problem: PatternProblem };

const LIMIT = 300;
/** A site has a few. */
export const MAX_PATTERNS = 20;

/** Scheme, host, port, path; what an address has beyond tells no site. */
const WRITTEN =
  /^(?:([a-z*][a-z\d+.-]*):\/\/)?(\[[\da-f:.]+\]|[^/:?#\s]+)(?::(\*|\d{1,5}))?(\/[^\s?#]*)?(?:[?#]\S*)?$/i;

/**
 * The match pattern that a person means: "staging.example.com", a whole address, or one with stars as in
 * `https://*.staging.example.com/*`. Without a scheme it is for http and https; a path without a star is for all that begins so.
 */
export function readPattern(text: string): PatternResult {
  const written = text.trim();
  if (written === '') return { problem: 'empty' };
  if (written.length > LIMIT) return { problem: 'too-long' };
  const parts = WRITTEN.exec(written);
  return parts === null ? { problem: 'not-an-address' } : patternOf(parts);
}

function patternOf([, scheme = '*', host = '', port = '', path = '/']: RegExpExecArray): PatternResult {
  if (!isPort(port)) return { problem: 'not-an-address' };
  if (!/^(?:\*|https?)$/i.test(scheme)) return { problem: 'scheme' };
  const hosts = readHost(host);
  if ('problem' in hosts) return hosts;
  const authority = port === '' ? hosts.host : `${hosts.host}:${port}`;
  return { pattern: `${scheme.toLowerCase()}://${authority}${path.includes('*') ? path : `${path}*`}` };
}

function isPort(text: string): boolean {
  return text === '' || text === '*' || (Number(text) >= 1 && Number(text) <= 65_535);
}

/** In the form that browsers give to addresses: lower case, punycode. */
function readHost(text: string): { host: string } | { problem: PatternProblem } {
  if (text === '*' || text === '*.') return { problem: 'too-wide' };
  const many = text.startsWith('*.');
  const rest = many ? text.slice(2) : text;
  if (rest.includes('*')) return { problem: 'stars' };
  if (/[@%\\]/.test(rest) || !URL.canParse(`http://${rest}/`)) return { problem: 'not-an-address' };
  const { hostname } = new URL(`http://${rest}/`);
  if (!isName(hostname)) return { problem: 'not-an-address' };
  if (!many) return isNamed(hostname) ? { host: hostname } : { problem: 'not-an-address' };
  if (/^\[|^[\d.]+$/.test(hostname)) return { problem: 'stars' };
  return isNamed(hostname) ? { host: `*.${hostname}` } : { problem: 'too-wide' };
}

/** What the browsers' own patterns can say. */
function isName(host: string): boolean {
  return /^(?:[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:]+\])$/.test(host);
}

/** "localhost" is a name without dots; any other such word is far more likely a slip, and all hosts under it far too many. */
function isNamed(host: string): boolean {
  return host === 'localhost' || /[.:]/.test(host);
}

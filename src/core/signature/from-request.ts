import type { CapturedFacts } from '../occurrence.ts';
import { readAddress } from './address.ts';
import type { Draft } from './assemble.ts';
import { endpoint, endpointFrom } from './endpoint.ts';
import { PAGE, sourceName } from './source-name.ts';
import { oneLine } from './text.ts';

/** A failed request is its method, endpoint and status; who asked does not count. */
export function fromRequest(facts: CapturedFacts): Draft {
  const http = facts.http ?? { method: '', url: facts.source, status: 0 };
  const method = oneLine(http.method.slice(0, 20)).toUpperCase() || 'GET';
  return {
    source: endpointFrom(http.url, facts.page_url),
    message: `${method} ${http.status}`,
    line: 0,
    because: 'request',
    raw: facts,
  };
}

/** Tags whose files are the application's content: a picture per record is one kind of file. */
const MEDIA = /^(?:img|image|picture|source|video|audio|track|embed|object)$/i;

function fileDraft(url: string, tag: string, facts: CapturedFacts): Draft {
  const file = sourceName(url);
  const named = file !== '' && !file.startsWith('*') && !MEDIA.test(tag);
  return {
    source: named ? file : mediaPath(url, file),
    message: `Failed to load ${tag}`,
    line: 0,
    because: 'resource',
    raw: facts,
  };
}

/** The folder as an endpoint; the file's name without its hash, or `*` where it names a record. */
function mediaPath(url: string, file: string): string {
  const path = endpoint(url);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const given = readAddress(url).segments.at(-1) ?? '';
  const rebuilt = name !== '' && name !== given && !name.startsWith('*') && !name.startsWith('(');
  return rebuilt ? path.slice(0, path.lastIndexOf('/') + 1) + name : path;
}

/** A file that could not be loaded: one bug per file, or per kind of file. */
export function fromResource(facts: CapturedFacts): Draft {
  const tag = /^Failed to load ([\w-]{1,20}):/.exec(facts.message)?.[1]?.toLowerCase() ?? 'resource';
  return fileDraft(facts.source, tag, facts);
}

/** How browsers and bundlers say that a part of the program could not be loaded; the group is its address. */
const MODULES: readonly RegExp[] = [
  /(?:Failed to fetch|error loading) dynamically imported module: (?<url>\S{1,2000})/,
  /^(?:\w+: )?Importing a module script failed/,
  /Unable to preload CSS for (?<url>\S{1,2000})/,
  /^(?:\w+: )?Loading (?:CSS )?chunk \S{1,200} failed\.?(?:\s+\((?:(?:error|timeout|missing): )?(?<url>[^)\s]{1,2000})\))?/,
];

/** A rejected import is the same bug as the script that did not come; null for every other message. */
export function fromModule(facts: CapturedFacts): Draft | null {
  const url = missingModule(facts.message);
  if (url === null) return null;
  const style = /\.css$/i.test(readAddress(url).segments.at(-1) ?? '');
  return url === ''
    ? { ...fileDraft('', 'script', facts), source: '' }
    : fileDraft(url, style ? 'link' : 'script', facts);
}

/** The address of a part of the program that a message says could not be loaded, '' when it does not say; null for other messages. */
export function missingModule(text: string): string | null {
  const message = text.slice(0, 3_000).replace(/^Uncaught (?:\(in promise\) )?/, '');
  for (const pattern of MODULES) {
    const found = pattern.exec(message);
    if (found) return found.groups?.['url'] ?? '';
  }
  return null;
}

/** What a content security policy blocked: directive and address, or the place where there is no address (`inline`, `eval`). */
export function fromViolation(facts: CapturedFacts): Draft {
  const [, directive = '', blocked = ''] = /^Blocked by ([\w-]{1,60}): (\S*)/.exec(facts.message.slice(0, 3_000)) ?? [];
  const message = directive === '' ? 'Blocked by policy' : `Blocked by ${directive}`;
  if (/^(?:https?|wss?):\/\//i.test(blocked)) {
    return { source: endpointFrom(blocked, facts.page_url), message, line: 0, because: 'resource', raw: facts };
  }
  const file = facts.source === '' ? '' : sourceName(facts.source, facts.line) || PAGE;
  const what = oneLine(readAddress(blocked).scheme || blocked).slice(0, 40);
  return {
    source: file,
    message: `${message}: ${what}`,
    line: file === '' ? 0 : facts.line,
    because: 'event position',
    raw: facts,
  };
}

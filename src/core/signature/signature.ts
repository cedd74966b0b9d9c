import type { CapturedFacts } from '../occurrence.ts';
import type { SignatureParts } from '../rows.ts';
import type { StackFrame } from '../stack/frame.ts';
import { functionName, isMinifiedName } from '../stack/function-name.ts';
import { parseStack } from '../stack/parse.ts';
import { canonicalMessage } from './canonical-message.ts';
import type { CanonicalMessage } from './canonical-message.ts';
import { chooseFrame } from './choose-frame.ts';
import type { Choice } from './choose-frame.ts';
import { endpoint } from './endpoint.ts';
import { sourceName } from './source-name.ts';
import { clip, MESSAGE_LIMIT, oneLine, SIGNATURE_LIMIT } from './text.ts';

/** Raised whenever `signatureOf` gives another text for the same facts; aliases then lead old signatures to their tickets. */
export const SIGNATURE_VERSION = 1;

export interface Signature {
  /** `source|message|line`, normalised; at most 400 units of well-formed text. */
  signature: string;
  version: number;
  parts: SignatureParts;
  /** The chosen frame; null when the stack named none. */
  frame: StackFrame | null;
  /** Raw position of the chosen frame, else of the event, as the browser named it. */
  source: string;
  line: number;
  column: number;
  /** The same for every line: source, whole message, function. Equal for a bug before and after a redeploy moved its line. */
  lineless: string;
}

/** A source that names nothing. */
const UNKNOWN = '(unknown)';
const PAGE = '(page)';

type Placed = Omit<SignatureParts, 'message'> & { raw: { source: string; line: number; column: number } };

/** Code on few, endless lines: the line does not tell the place. */
function isDense(frame: StackFrame, frames: readonly StackFrame[]): boolean {
  if (frame.line <= 1 || frame.column > 250) return true;
  return frames.some((other) => other.source === frame.source && other.column > 400);
}

function fileOf(address: string, pageUrl: string): string {
  if (address === '') return '';
  const name = sourceName(address);
  return name === '' || address.replace(/[?#].*$/s, '') === pageUrl.replace(/[?#].*$/s, '') ? PAGE : name;
}

function ofRequest(facts: CapturedFacts): Signature {
  const http = facts.http ?? { method: 'GET', url: facts.source, status: 0 };
  const place = endpoint(http.url);
  const what = `${oneLine(http.method).toUpperCase().slice(0, 20) || 'GET'} ${http.status}`;
  return assemble({ source: place, line: 0, because: 'request', raw: facts }, what, null, '');
}

function ofResource(facts: CapturedFacts): Signature {
  const file = sourceName(facts.source);
  const tag = /^Failed to load ([\w-]{1,20}):/.exec(facts.message)?.[1] ?? 'resource';
  const path = endpoint(facts.source);
  const source = file === '' || file.startsWith('*') ? path : file;
  return assemble({ source, line: 0, because: 'resource', raw: facts }, `Failed to load ${tag}`, null, '');
}

/** Where a line is not the place: the property and the function are. */
function detail(message: CanonicalMessage, choice: Choice): string {
  const name = functionName(choice.frame.name);
  const caller = message.engine ? '' : functionName(choice.caller?.name ?? '');
  const about = message.about === '' ? '' : ` (reading '${message.about}')`;
  const where =
    name === '' ? ` at ~${Math.round(choice.frame.column / 100)}` : ` in ${name}${caller === '' ? '' : ` < ${caller}`}`;
  return `${message.text}${about}${where}`;
}

function assemble(place: Placed, message: string, choice: Choice | null, lineless: string): Signature {
  const text = clip(oneLine(message).replaceAll('|', '¦'), MESSAGE_LIMIT);
  const source = (place.source === '' ? UNKNOWN : place.source).replaceAll('|', '¦');
  return {
    signature: clip(`${source}|${text}|${place.line}`, SIGNATURE_LIMIT),
    version: SIGNATURE_VERSION,
    parts: { source, message: text, line: place.line, because: place.because },
    frame: choice?.frame ?? null,
    source: place.raw.source,
    line: place.raw.line,
    column: place.raw.column,
    lineless: clip(lineless === '' ? `${source}|${text}` : lineless, SIGNATURE_LIMIT),
  };
}

function ofFrame(
  choice: Choice,
  frames: readonly StackFrame[],
  message: CanonicalMessage,
  facts: CapturedFacts,
): Signature {
  const { frame, origin } = choice;
  const extension = origin === 'extension';
  const file = extension ? '(extension)' : fileOf(frame.source, facts.page_url);
  const handler = file === PAGE && /^on[a-z]+$/.test(functionName(frame.name));
  const line = handler ? 0 : frame.line;
  const dense = extension || handler || isDense(frame, frames);
  const because = origin === 'app' || origin === 'helper' ? 'in-app frame' : 'first frame';
  const name = functionName(frame.name);
  const lineless = `${file}|${message.text}${message.about === '' ? '' : ` '${message.about}'`}|${isMinifiedName(name) ? '' : name}`;
  return assemble(
    { source: file, line, because, raw: frame },
    dense ? detail(message, choice) : message.text,
    choice,
    lineless,
  );
}

/**
 * The signature of one captured thing: same bug, same text. A pure function of its argument; never throws, takes time linear in the
 * length of the texts, and repeats no value that could be secret (see `mask.ts`).
 */
export function signatureOf(facts: CapturedFacts): Signature {
  if (facts.error_type === 'http_error' || facts.error_type === 'network_error') return ofRequest(facts);
  if (facts.error_type === 'resource_error') return ofResource(facts);
  const message = canonicalMessage(facts);
  const frames = parseStack(facts.stack);
  const choice = chooseFrame(frames, facts, message.text === 'Maximum call stack size exceeded');
  if (choice) return ofFrame(choice, frames, message, facts);
  const file = fileOf(facts.source, facts.page_url);
  const because = file === '' ? 'message only' : 'event position';
  return assemble({ source: file, line: facts.line, because, raw: facts }, message.text, null, '');
}

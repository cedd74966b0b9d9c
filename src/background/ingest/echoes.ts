import { refine } from '../../relay/refine/refine.ts';

/**
 * The records of a batch less those that only say again, and worse, what another testimony says: an element whose file a policy
 * blocked (the violation says which policy), and an inline script or style (the browser tells which file it could not load).
 */
export function withoutEchoes(records: readonly unknown[]): unknown[] {
  const blocked = records.flatMap((raw) => blockedAddress(textsOf(raw)));
  return records.filter((raw) => !isEcho(textsOf(raw), blocked));
}

interface Texts {
  kind?: unknown;
  message: string;
  source: string;
}

function textsOf(raw: unknown): Texts {
  const { kind }: Record<string, unknown> = typeof raw === 'object' ? { ...raw } : {};
  if (kind !== 'resource_error' && kind !== 'csp_violation') return { kind, message: '', source: '' };
  // The relay sends what it saw; the words are made where it arrives.
  const refined = refine(raw);
  const { message, source }: Record<string, unknown> = typeof refined === 'object' ? { ...refined } : {};
  return {
    kind,
    message: typeof message === 'string' ? message : '',
    source: typeof source === 'string' ? source : '',
  };
}

function blockedAddress({ kind, message }: Texts): string[] {
  const [, address] = kind === 'csp_violation' ? (/^Blocked by [\w-]{1,60}: (https?:\S+)$/.exec(message) ?? []) : [];
  return address === undefined ? [] : [address];
}

/** Of frames and objects a violation names the origin only. */
function isEcho({ kind, message, source }: Texts, blocked: readonly string[]): boolean {
  if (kind !== 'resource_error') return false;
  if (source === '') return /^Failed to load (?:script|style): $/.test(message);
  return blocked.some((address) => source === address || (isOrigin(address) && source.startsWith(`${address}/`)));
}

function isOrigin(address: string): boolean {
  return /^https?:\/\/[^/]+$/.test(address);
}

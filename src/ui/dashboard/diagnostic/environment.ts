import { browser } from '../../../platform/browser.ts';
import { useGrantedOrigins } from '../../data/grants.ts';
import { useAsked } from '../../data/use-asked.ts';
import type { Live } from '../../data/use-live-query.ts';

/** Bytes; null where the browser does not say. */
export interface StorageUse {
  usage: number | null;
  quota: number | null;
}

/** What Vigie runs in. */
export interface Environment {
  version: string;
  /** Such as "Firefox 140.0". */
  browser: string;
  userAgent: string;
  origins: Live<string[]>;
  storage: Live<StorageUse>;
}

async function storageUse(): Promise<StorageUse> {
  const { usage = null, quota = null } = await navigator.storage.estimate();
  return { usage, quota };
}

export function useEnvironment(): Environment {
  const origins = useGrantedOrigins();
  const storage = useAsked(storageUse);
  const { userAgent } = navigator;
  return {
    version: browser.runtime.getManifest().version,
    browser: browserCalled(userAgent),
    userAgent,
    origins,
    storage,
  };
}

/** Edge and Opera call themselves Chrome too, so they are looked for first. */
const NAMES: readonly [string, RegExp][] = [
  ['Edge', /\bEdg\/([\d.]+)/u],
  ['Opera', /\bOPR\/([\d.]+)/u],
  ['Firefox', /\bFirefox\/([\d.]+)/u],
  ['Chromium', /\b(?:Headless)?Chrom(?:e|ium)\/([\d.]+)/u],
];

/** Name and version by the user agent; all of it when nothing known is in it. */
export function browserCalled(userAgent: string): string {
  for (const [name, pattern] of NAMES) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return userAgent;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "12.4 MB", in the reader's own units ("12,4 Mo"). */
export function byteText(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1_000 ** step);
}

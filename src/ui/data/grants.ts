import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from '../../platform/browser.ts';
import { grantedPages } from '../../platform/granted-pages.ts';
import { useAsked } from './use-asked.ts';
import type { Live } from './use-live-query.ts';

/*
 * Which sites the browser lets the extension read. Grants know no ports (Firefox) and are asked for both schemes of a host, because a
 * site is one project under http and https alike.
 */

const PATTERN = /^(\*|https?):\/\/(\[[^\]]*\]|[^/:]+)(?::[^/]*)?\//u;

/** Whether an extension could ever read this address. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//u.test(url) && URL.canParse(url);
}

/** The grant that capture on this very page needs. */
export function pagePattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** What to ask the browser for, given patterns of a site: both schemes of each host, all ports. */
export function grantsFor(patterns: readonly string[]): string[] {
  return grantsForHosts(hostsOf(patterns));
}

export function grantsForHosts(hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => [`http://${host}/*`, `https://${host}/*`]);
}

/** The distinct hosts of patterns, without ports; `*.` stands for all hosts under one. */
export function hostsOf(patterns: readonly string[]): string[] {
  return [...new Set(patterns.flatMap((pattern) => PATTERN.exec(pattern)?.[2] ?? []))];
}

/** Whether at least one of the patterns is granted; a site may be reached by one scheme alone. */
async function anyGranted(patterns: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  return answers.includes(true);
}

/**
 * Whether one of the patterns is granted, live; null while the browser is being asked. What cannot be asked (a pattern that this
 * browser does not know) is not granted.
 */
export function useGranted(patterns: readonly string[]): boolean | null {
  const [granted, setGranted] = useState<boolean | null>(null);
  const question = patterns.join(' ');
  useLayoutEffect(() => {
    let current = true;
    const ask = () => {
      anyGranted(patterns).then(
        (answer) => current && setGranted(answer),
        () => current && setGranted(false),
      );
    };
    ask();
    browser.permissions.onAdded.addListener(ask);
    browser.permissions.onRemoved.addListener(ask);
    return () => {
      current = false;
      browser.permissions.onAdded.removeListener(ask);
      browser.permissions.onRemoved.removeListener(ask);
    };
  }, [question]);
  return granted;
}

async function grantedOrigins(): Promise<string[]> {
  return (await grantedPages()).toSorted();
}

/** Returns what ends it. */
export function onGrantsChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

/** Every pattern that is granted, live; in alphabetical order. */
export function useGrantedOrigins(): Live<string[]> {
  return useAsked(grantedOrigins, onGrantsChanged);
}

/**
 * Asks the person. Must be the first thing that a click does: browsers forget the gesture at the first await. In some of them the
 * popup closes as the question opens; the background then goes on by `permissions.onAdded`.
 */
export function requestGrant(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

export function withdrawGrant(patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns });
}

/** Whether a site is one of those that the manifest itself grants (this computer's own); such a grant cannot be withdrawn. */
export function isAlwaysGranted(patterns: readonly string[]): boolean {
  const { host_permissions: required = [] } = browser.runtime.getManifest();
  const hosts = required.flatMap((pattern) => PATTERN.exec(pattern)?.[2] ?? []);
  return grantsFor(patterns).some((pattern) => hosts.includes(PATTERN.exec(pattern)?.[2] ?? ''));
}

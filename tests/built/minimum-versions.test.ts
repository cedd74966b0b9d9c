import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import bcd, { type Identifier, type SimpleSupportStatement } from '@mdn/browser-compat-data';
import { describe, expect, it } from 'vitest';
import { read, repositoryFiles } from '../repository/files.ts';
import { type BuildTarget, buildFolder } from '../tools/build.ts';

const { api, manifest: keys } = bcd.webextensions;

function manifestOf(target: BuildTarget): Record<string, unknown> {
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(join(buildFolder(target), 'manifest.json'), 'utf8'),
  );
  return manifest;
}

/** The oldest browser that a manifest lets in. */
function oldest(target: BuildTarget): number {
  const version = /"(?:minimum_chrome_version|strict_min_version)":"(\d+)/.exec(
    JSON.stringify(manifestOf(target)),
  )?.[1];
  return Number(version);
}

/** Every member of the browser's interface that the sources name: `permissions.request`. */
function namedMembers(): string[] {
  const files = repositoryFiles().filter((path) => /^(?:src|entrypoints)\/.*\.tsx?$/.test(path));
  const names = files.flatMap((path) => [...read(path).matchAll(/\bbrowser\.([a-z]\w*(?:\.[a-zA-Z]\w*)+)/g)]);
  return [...new Set(names.map(([, name]) => name ?? ''))];
}

/** The innermost thing with support data on a path: what lies deeper is data of our own. */
function known(root: Identifier | undefined, path: readonly string[]): Identifier | undefined {
  const [first, ...rest] = path;
  const child = first === undefined ? undefined : root?.[first];
  if (child === undefined) return root?.__compat === undefined ? undefined : root;
  return known(child, rest) ?? (child.__compat === undefined ? undefined : child);
}

/** The version of the browser that brought it; Infinity when none did. */
function since(item: Identifier, target: BuildTarget): number {
  const statements: (SimpleSupportStatement | undefined)[] = [item.__compat?.support[target]].flat();
  const added = statements.find((one) => one?.flags === undefined)?.version_added;
  return typeof added === 'string' ? Number(added.replace('≤', '')) : Infinity;
}

/** Every key of a manifest by its path, those within keys included. */
function keysIn(value: unknown, path: string[] = []): string[][] {
  if (Array.isArray(value)) return value.flatMap((item) => keysIn(item, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...keysIn(inner, [...path, key])]);
}

/** What of these paths is younger than the oldest browser. */
function tooYoung(root: Identifier | undefined, paths: string[][], target: BuildTarget): string[] {
  const items = paths.flatMap((path) => {
    const found = known(root, path);
    return found === undefined ? [] : [{ name: path.join('.'), since: since(found, target) }];
  });
  expect(items.length).toBeGreaterThan(20);
  return items.filter((item) => item.since > oldest(target)).map(({ name }) => name);
}

describe.each(['chrome', 'firefox'] as const)('the oldest browser that the package for %s lets in', (target) => {
  it('has every member of the interface that the sources name', () => {
    const paths = namedMembers().map((name) => name.split('.'));
    expect(tooYoung(api, paths, target)).toEqual([]);
  });

  it('knows every key of the manifest', () => {
    expect(tooYoung(keys, keysIn(manifestOf(target)), target)).toEqual([]);
  });
});

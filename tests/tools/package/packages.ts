import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { object, parse, string } from 'valibot';
import { type BuildTarget, buildFolder } from '../build.ts';
import { archive, filesIn, readFiles } from './archive.ts';
import { crxOf, extensionId, updateManifest } from './crx.ts';
import { sourceFiles } from './sources.ts';

export interface Package {
  /** Of the file: `vigie-1.2.3-chrome.zip`. */
  name: string;
  bytes: Uint8Array;
}

/** What the finished builds of a checkout are handed out as: one package per browser, and the sources that Firefox's reviewers ask for. */
export function packagesOf(root: string, { fleet = false } = {}): Package[] {
  const browsers = (['chrome', 'firefox'] as const).map((target) => packageOf(root, target, fleet));
  return fleet ? browsers : [...browsers, sources(root)];
}

interface Signing {
  fleet: boolean;
  key: KeyObject;
  /** Address of the folder that both files are served from. */
  server: string;
}

/**
 * The package for Chromium signed with a key of one's own, and the answer of its update address.
 *
 * @throws Error when the server's address is none.
 */
export function signedPackage(root: string, { fleet, key, server }: Signing): Package[] {
  if (!URL.canParse(server))
    throw new Error(`--server: "${server}" is no address; it looks like https://intranet.example.com/vigie/`);
  const { name: zipName, bytes } = packageOf(root, 'chrome', fleet);
  const name = zipName.replace(/zip$/, 'crx');
  const url = new URL(name, server.replace(/\/*$/, '/')).href;
  const answer = updateManifest({ id: extensionId(key), version: project(root).version, url });
  return [
    { name, bytes: crxOf(bytes, key) },
    { name: 'updates.xml', bytes: Buffer.from(answer) },
  ];
}

function packageOf(root: string, target: BuildTarget, fleet: boolean): Package {
  const bytes = archive(filesIn(buildFolder(target, { root, fleet })));
  return { name: nameOf(root, fleet ? `fleet-${target}` : target), bytes };
}

function sources(root: string): Package {
  return { name: nameOf(root, 'sources'), bytes: archive(readFiles(root, sourceFiles(root))) };
}

function nameOf(root: string, kind: string): string {
  const { name, version } = project(root);
  return `${name}-${version}-${kind}.zip`;
}

function project(root: string): { name: string; version: string } {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return parse(object({ name: string(), version: string() }), manifest);
}

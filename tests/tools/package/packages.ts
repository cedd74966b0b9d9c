import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { object, parse, string } from 'valibot';
import { type BuildTarget, buildFolder } from '../build.ts';
import { archive, filesIn, readFiles } from './archive.ts';
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

function packageOf(root: string, target: BuildTarget, fleet: boolean): Package {
  const bytes = archive(filesIn(buildFolder(target, { root, fleet })));
  return { name: nameOf(root, fleet ? `fleet-${target}` : target), bytes };
}

function sources(root: string): Package {
  return { name: nameOf(root, 'sources'), bytes: archive(readFiles(root, sourceFiles(root))) };
}

function nameOf(root: string, kind: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version } = parse(object({ name: string(), version: string() }), manifest);
  return `${name}-${version}-${kind}.zip`;
}

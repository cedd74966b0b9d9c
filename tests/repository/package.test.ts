import { expect, it } from 'vitest';
import { type Lockfile, missingPrograms } from '../tools/lockfile.ts';
import { read } from './files.ts';

const manifest: Record<string, Record<string, string>> = JSON.parse(read('package.json'));

it('pins every package to one exact version', () => {
  const loose = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

it('pins the Node that runs the tools', () => {
  expect(manifest['devDependencies']?.['node']).toMatch(/^24\./);
});

it('keeps download addresses out of the lockfile', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
  expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
});

it('has a lockfile that knows the same versions', () => {
  const lock: Lockfile = JSON.parse(read('package-lock.json'));
  expect(lock.packages['']).toMatchObject({
    version: manifest['version'],
    dependencies: manifest['dependencies'],
    devDependencies: manifest['devDependencies'],
  });
});

it('has everything checked by "npm test" that the project has a script for', () => {
  const steps = read('tests/tools/steps.ts');
  const configs = Object.values(manifest['scripts'] ?? {}).flatMap(
    (script) => script.match(/vitest\.\w+\.config\.ts/) ?? [],
  );
  expect(configs.length).toBeGreaterThan(0);
  expect(configs.filter((config) => !steps.includes(config))).toEqual([]);
});

it('has a lockfile from which every system can install (mend it with "npm run lockfile")', () => {
  const lock: Lockfile = JSON.parse(read('package-lock.json'));
  expect(missingPrograms(lock).map(({ name }) => name)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { completed, type Lockfile, missingPrograms } from './lockfile.ts';

const wanted = ['@lint/darwin-arm64', '@lint/linux-x64-gnu', '@lint/linux-x64-musl', '@lint/wasm32-wasi'];

const lockfile: Lockfile = {
  packages: {
    '': {},
    'node_modules/lint': {
      version: '1.0.0',
      dev: true,
      license: 'MIT',
      engines: { node: '>=20' },
      optionalDependencies: Object.fromEntries(wanted.map((name) => [name, '1.0.0'])),
    },
    'node_modules/@lint/linux-x64-gnu': { version: '1.0.0', integrity: 'sha512-a' },
  },
};

describe('a lockfile that was written where programs for other systems were not to be had', () => {
  it('is told by the entries it lacks', () => {
    const names = missingPrograms(lockfile).map(({ name }) => name);
    expect(names).toEqual(['@lint/darwin-arm64', '@lint/linux-x64-musl', '@lint/wasm32-wasi']);
  });

  it('gets an entry for each, which only its own system installs', () => {
    const { packages } = completed(lockfile);
    const common = { version: '1.0.0', dev: true, license: 'MIT', optional: true, engines: { node: '>=20' } };
    expect(packages['node_modules/@lint/darwin-arm64']).toEqual({ ...common, os: ['darwin'], cpu: ['arm64'] });
    expect(packages['node_modules/@lint/linux-x64-musl']).toEqual({
      ...common,
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    });
    expect(packages['node_modules/@lint/wasm32-wasi']).toEqual({ ...common, cpu: ['wasm32'] });
    expect(packages['node_modules/@lint/linux-x64-gnu']).toEqual({ version: '1.0.0', integrity: 'sha512-a' });
    expect(missingPrograms(completed(lockfile))).toEqual([]);
  });

  it('is not guessed at', () => {
    const strange: Lockfile = { packages: { lint: { optionalDependencies: { '@lint/commodore': '1.0.0' } } } };
    expect(() => completed(strange)).toThrow('does not tell the system');
  });
});

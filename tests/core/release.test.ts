import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { releaseIn, releaseInScripts, releaseProblem } from '../../src/core/release.ts';

const COMMIT = 'd670460b4b4aece5915caf5c68d12f560a9fe3e4';

describe('a release', () => {
  it.each(['2.4.1', 'v3.0.0-rc.1+build.5', 'shop@2.4.1', '2026-02-07', COMMIT, COMMIT.slice(0, 8), 'release/2026.02'])(
    'is %s',
    (text) => {
      expect(releaseIn(` ${text} `)).toBe(text);
    },
  );

  it.each(['', 'two words', 'x'.repeat(101), 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.dozjgNryP4J3', '<b>1</b>'])(
    'is not %s',
    (text) => {
      expect(releaseIn(text)).toBeNull();
    },
  );

  it('is read from what stands for the star of a script’s name, or is that name', () => {
    const scripts = ['https://cdn.example/vendor.11aa22.js', 'https://shop.example/assets/app.3f2a91.js?v=1#x'];
    expect(releaseInScripts(scripts, 'app.*.js')).toBe('3f2a91');
    expect(releaseInScripts(scripts, 'app.3f2a91.js')).toBe('app.3f2a91.js');
    expect(releaseInScripts(scripts, 'main.*.js')).toBeNull();
    expect(releaseInScripts(['https://shop.example/app..js'], 'app.*.js')).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (scripts, pattern) => void releaseInScripts(scripts, pattern)),
    );
  });

  it.each([
    ['meta', 'version', null],
    ['global', 'APP.version', null],
    ['script', 'app.*.js', null],
    ['script', 'app.*.*.js', 'stars'],
    ['global', 'APP.token', 'secret-name'],
    ['meta', ' ', 'empty'],
  ] as const)('read from %s %j: %s', (read, name, problem) => {
    expect(releaseProblem({ read, name })).toBe(problem);
  });
});

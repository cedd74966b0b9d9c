import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBrowserCapturePort } from '../../../src/background/sites/browser-capture-port.ts';
import { CAPTURE_SCRIPTS } from '../../../src/background/sites/capture-port.ts';
import { MANIFEST_MATCHES } from '../../../src/background/sites/reconcile.ts';
import config from '../../../wxt.config.ts';

interface ManifestScript {
  js: string[];
  matches: string[];
  run_at: string;
  all_frames: boolean;
  match_origin_as_fallback: boolean;
  world?: string;
}

/** The content scripts as the build writes them. */
function manifestScripts(): ManifestScript[] {
  const generated: { content_scripts: ManifestScript[] } = { content_scripts: [] };
  const hook: unknown = Reflect.get(config.hooks ?? {}, 'build:manifestGenerated');
  if (typeof hook !== 'function') throw new TypeError('The build no longer writes content scripts by this hook');
  hook({}, generated);
  return generated.content_scripts;
}

describe('scripts registered at run time', () => {
  it('run exactly as those of the manifest do', async () => {
    const register = vi.fn(async () => undefined);
    fakeBrowser.scripting.registerContentScripts = register;
    const matches = ['https://shop.example/*'];
    await createBrowserCapturePort().register(
      CAPTURE_SCRIPTS.map(({ id }) => ({ id, matches, excludeMatches: [...MANIFEST_MATCHES] })),
    );
    const expected = manifestScripts().map((script, index) => ({
      id: CAPTURE_SCRIPTS[index]?.id,
      matches,
      excludeMatches: MANIFEST_MATCHES,
      js: script.js,
      runAt: script.run_at,
      allFrames: script.all_frames,
      matchOriginAsFallback: script.match_origin_as_fallback,
      world: script.world ?? 'ISOLATED',
      persistAcrossSessions: true,
    }));
    expect(register).toHaveBeenCalledExactlyOnceWith(expected);
  });

  it('leave to the manifest what it covers', () => {
    for (const { matches } of manifestScripts()) expect(matches).toEqual(MANIFEST_MATCHES);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBrowserCapturePort } from '../../../src/background/sites/browser-capture-port.ts';
import { CAPTURE_SCRIPTS } from '../../../src/background/sites/capture-port.ts';
import config from '../../../wxt.config.ts';
import { LOOPBACK } from './fake-capture-port.ts';

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
      CAPTURE_SCRIPTS.map(({ id }) => ({ id, matches, excludeMatches: [...LOOPBACK] })),
    );
    const expected = manifestScripts().map((script, index) => ({
      id: CAPTURE_SCRIPTS[index]?.id,
      matches,
      excludeMatches: LOOPBACK,
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
    const scripts = manifestScripts();
    for (const { matches } of scripts) expect(matches).toEqual(LOOPBACK);
    const content_scripts = scripts.map(({ js, matches }) => ({ js, matches }));
    fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: '', version: '0', content_scripts });
    expect(createBrowserCapturePort().fixed()).toEqual(LOOPBACK);
  });
});

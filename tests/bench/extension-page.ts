import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildFolder, build as buildExtension, isStale } from '../tools/build.ts';

/**
 * The built extension with one page more, `bench.html`: scripts of an extension must lie in it.
 *
 * @param folder to put it in. @param script what the page runs. Returns the extension's folder.
 */
export async function extensionWithPage(folder: string, script: string): Promise<string> {
  if (isStale('chrome')) await buildExtension('chrome');
  const extension = join(folder, 'extension');
  await cp(buildFolder('chrome'), extension, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: extension,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: script, formats: ['es'], fileName: () => 'bench.js' },
    },
  });
  await writeFile(
    join(extension, 'bench.html'),
    '<!doctype html><title>bench</title><script type="module" src="bench.js"></script>',
  );
  return extension;
}

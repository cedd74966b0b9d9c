import { join } from 'node:path';
import { build } from 'vite';
import type { Variant } from './plan.ts';

const PAGE = join(import.meta.dirname, 'in-page');

/** Scripts of the measured pages as they are served, by name. */
export interface PageScripts {
  main: string;
  sentry: string;
  'sentry-full': string;
}

/** Bundles what the pages carry, minified as an application would. */
export async function bundleScripts(): Promise<PageScripts> {
  return {
    main: await bundle('main.ts'),
    sentry: await bundle('sentry.ts'),
    'sentry-full': await bundle('sentry-full.ts'),
  };
}

/** The script that a variant puts in front of the page's own; '' for those that need none. */
export function scriptOf(variant: Variant, scripts: PageScripts): string {
  return variant === 'sentry' || variant === 'sentry-full' ? scripts[variant] : '';
}

async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(PAGE, file), formats: ['iife'], name: 'page', fileName: 'page' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${file} could not be bundled`);
  return chunk.code;
}

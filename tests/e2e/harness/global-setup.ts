import type { TestProject } from 'vitest/node';
import { copyBuilt } from './built.ts';
import { removeFolder, temporaryFolder } from './temp.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder with a private copy of the built extensions. */
    built: string;
    browserName: 'chromium' | 'firefox';
  }
}

/** Builds nothing: fails with a clear sentence when the extension was not built, else hands every file a private copy of it. */
export function setup(project: TestProject): () => Promise<void> {
  const built = temporaryFolder('built');
  copyBuilt(project.vitest.config.root, built);
  project.provide('built', built);
  return () => removeFolder(built);
}

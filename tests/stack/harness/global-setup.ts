import type { TestProject } from 'vitest/node';
import { createTemplates } from './databases.ts';
import { startPostgres, type PostgresAddress } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresAddress;
  }
}

/** One server for all files; each has databases of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await createTemplates(server.address);
  project.provide('postgres', server.address);
  return () => server.stop();
}

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder under the system's temporary one. */
export function temporaryFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `vigie-${purpose}-`));
}

/** Removes a folder, patiently: a killed browser's last writes can still be under way. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

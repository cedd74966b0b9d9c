import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { object, parse, record, string, union } from 'valibot';
import { ROOT } from './root.ts';

const MANIFEST = object({ bin: union([string(), record(string(), string())]) });

/**
 * Path of the script behind a package's command, to be run by this very Node: the links in `.bin` are shell scripts on Windows.
 *
 * @throws Error when the package is not installed or has no such command.
 */
export function packageBin(packageName: string, command = packageName): string {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = parse(MANIFEST, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[command];
  if (!script) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, script);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** An entry of package-lock.json, as far as needed here. */
interface LockedPackage {
  version?: string;
  dev?: boolean;
  license?: string;
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}

export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

interface Missing {
  name: string;
  version: string;
  /** The package that wants it. */
  parent: LockedPackage;
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The programs for other systems that the lockfile lacks. npm leaves out what its registry does not serve at that moment, and then
 * refuses to install from that very lockfile: https://github.com/npm/cli/issues/4828
 */
export function missingPrograms({ packages }: Lockfile): Missing[] {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, parent })),
  );
}

/** The lockfile with an entry for each of them, told by its name: no system installs what is for another. */
export function completed(lockfile: Lockfile): Lockfile {
  const added = missingPrograms(lockfile).map(({ name, version, parent }) => [
    `node_modules/${name}`,
    entryFor(name, version, parent),
  ]);
  const packages: Record<string, LockedPackage> = { ...lockfile.packages, ...Object.fromEntries(added) };
  const sorted = Object.entries(packages).toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  return { ...lockfile, packages: Object.fromEntries(sorted) };
}

function entryFor(name: string, version: string, parent: LockedPackage): LockedPackage {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (cpu.length !== 1 || (os.length !== 1 && cpu[0] !== 'wasm32')) {
    throw new Error(`"${name}" does not tell the system it is for: add its entry to package-lock.json by hand.`);
  }
  const libc = words.includes('musl') ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : undefined;
  return {
    version,
    cpu,
    ...(parent.dev && { dev: true }),
    ...(os[0] === 'linux' && libc && { libc }),
    ...(parent.license && { license: parent.license }),
    optional: true,
    ...(os.length > 0 && { os }),
    ...(parent.engines && { engines: parent.engines }),
  };
}

if (import.meta.main) {
  const file = join(ROOT, 'package-lock.json');
  const lockfile: Lockfile = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPrograms(lockfile);
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completed(lockfile), null, 2)}\n`);
  console.log(`${missing.length} programs for other systems added to package-lock.json.`);
}

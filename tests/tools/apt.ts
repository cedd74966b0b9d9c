import { existsSync, readFileSync } from 'node:fs';
import { runProcess } from './run-process.ts';

/** Fonts come along because a machine without any draws every letter as an empty box. */
const FONTS = ['fonts-liberation', 'fonts-dejavu-core'];

/** Whether this machine is one where packages can be installed without asking anybody: Debian or Ubuntu, as root. */
export function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && isDebianLike();
}

function isDebianLike(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Installs Debian packages. Waits for another package manager that is at work.
 *
 * @throws Error with the end of apt's own words when it fails.
 */
export async function aptInstall(packages: string[], say: (text: string) => void): Promise<void> {
  const wait = ['-o', 'DPkg::Lock::Timeout=600'];
  say(`Installing ${packages.join(', ')} with apt-get …`);
  // An outdated or partly unreachable list is no reason to give up: the install itself decides.
  await apt([...wait, 'update']);
  const done = await apt([...wait, 'install', '-y', '--no-install-recommends', ...packages, ...FONTS]);
  if (done.code !== 0) {
    const words = done.output.trim().split('\n').slice(-8).join('\n');
    throw new Error(`apt-get could not install ${packages.join(', ')}:\n${words}`);
  }
}

function apt(args: string[]) {
  return runProcess('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

/**
 * What has to happen before anything of this project can run. Plain Node 20 without packages, because on a fresh clone there are none.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const OLDEST_NODE = 20;

/** Makes the installed packages match package-lock.json, then runs a TypeScript program with the Node version pinned there. */
export async function setUpAndRun(program, args) {
  try {
    refuseOldNode(process.versions.node);
    await ensurePackages(ROOT);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
  runPinned(ROOT, join(ROOT, program), args);
}

/** @throws Error when this Node cannot run the set-up. */
export function refuseOldNode(version) {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  throw new Error(`Node ${version} is too old: install Node ${OLDEST_NODE} or newer, then run the same command again.`);
}

/**
 * Installs exactly what package-lock.json says, unless it is installed already. One process at a time does it.
 *
 * @public its test starts several processes with it
 */
export async function ensurePackages(root) {
  if (packagesMatch(root)) return;
  const unlock = await lock(root);
  try {
    if (packagesMatch(root)) return;
    console.log('Installing the packages of package-lock.json …');
    const { code, output } = await npmCi(root);
    if (code !== 0) throw new Error(explainNpm(output));
    if (!packagesMatch(root))
      throw new Error('npm ci ended well, but packages are missing: delete node_modules and try again.');
  } finally {
    unlock();
  }
}

/** Whether node_modules holds every package of the lockfile in its version, and the pinned Node among them. */
export function packagesMatch(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const found = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted)
    throw new Error('package-lock.json is missing or damaged: restore it with "git checkout package-lock.json".');
  if (!found || !existsSync(pinnedNode(root))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    // What is optional belongs to other systems, or is there in the right version.
    if (!found[path]) return entry.optional === true;
    if (found[path].version !== entry.version) return false;
    // Entries of what is for other systems can lack the checksum, see lockfile.ts.
    return entry.integrity === undefined || found[path].integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function pinnedNode(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** npm as it was started with, so that a user's choice of npm is kept; otherwise the one in the PATH. */
function npmCi(root) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] };
  const child = own
    ? spawn(process.execPath, [own, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  passSignals(child);
  return new Promise((resolve) => {
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      process.stderr.write(chunk);
    });
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code, signal) => resolve({ code, output: signal ? `ended by ${signal}` : output }));
  });
}

/** npm's words for the usual failures, as one sentence that says what to do. */
export function explainNpm(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(output)) {
    return 'The packages could not be downloaded: the npm registry cannot be reached. Check the network (or proxy), then run the same command again.';
  }
  if (output.startsWith('ended by SIG')) return 'The set-up was stopped; the next start goes on with it.';
  if (/EUSAGE/.test(output)) {
    return 'package.json and package-lock.json do not agree: restore both with git, or run "npm install" and then "npm run lockfile".';
  }
  if (/ENOSPC/.test(output)) return 'The packages could not be installed: the disk is full.';
  if (/EACCES|EPERM/.test(output)) {
    return 'The packages could not be installed: this user may not write to node_modules. Correct its owner, or delete it.';
  }
  if (/spawn npm ENOENT|not recognized/.test(output))
    return 'npm was not found: install it (it comes with Node), then try again.';
  return 'The packages could not be installed: see the words of npm above.';
}

/** Waits until no other set-up of this checkout is at work. Lies outside node_modules, which npm ci deletes. */
async function lock(root) {
  const file = join(tmpdir(), `vigie-set-up-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (ownerIsGone(file)) takeAway(file);
    else {
      if (!told) console.log('Another set-up of this folder is running: waiting for it …');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function ownerIsGone(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Between its creation and its first byte the file is empty; if it stays so, its owner was killed there.
    if (!pid) return Date.now() - statSync(file).mtimeMs > 10_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Two processes can find the owner gone at once: whoever finds the other's new lock in its hand puts it back. */
function takeAway(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (ownerIsGone(aside)) rmSync(aside, { force: true });
    else renameSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/**
 * Runs a program with the pinned Node in place of this one. Signals are passed on and the program decides when to end: it has a
 * browser to close.
 */
function runPinned(root, program, args) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
  const child = spawn(pinnedNode(root), [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  passSignals(child);
  child.once('error', (error) => {
    console.error(`The Node of this project did not start (${error.message}): delete node_modules and try again.`);
    process.exit(1);
  });
  child.once('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** A signal is the child's to answer, so that this process ends after it and with its code. */
function passSignals(child) {
  const passers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const pass = () => child.kill(signal);
    process.on(signal, pass);
    return () => process.off(signal, pass);
  });
  child.once('close', () => passers.forEach((stop) => stop()));
}

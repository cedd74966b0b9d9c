import { spawn } from 'node:child_process';
import { killTree } from '../../e2e/harness/processes.ts';

export interface PlainBrowser {
  pid: number;
  /** Rejects when the browser ends by itself. */
  readonly ended: Promise<never>;
  close(): Promise<void>;
}

/** What browsers do on their own account, and what makes two runs differ. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
];

/**
 * A page that leads on after two seconds. Chromium leaves the very first request of a browser that is just loading an extension which
 * observes requests without an answer, now and then.
 */
function detour(url: string): string {
  return `data:text/html,<meta http-equiv="refresh" content="2;url=${url}">`;
}

/**
 * Starts Chromium without any debugging connection: an attached inspector makes `console.error` alone 4 to 7 times dearer. Fresh or
 * given profile; the extension is one unpacked folder, or none.
 */
export function startPlainBrowser(program: string, profile: string, url: string, extension?: string): PlainBrowser {
  const loaded = extension
    ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
    : ['--disable-extensions'];
  const args = [
    '--headless=new',
    '--no-sandbox',
    `--user-data-dir=${profile}`,
    '--window-size=1000,800',
    // The heap is weighed after a collection, and exactly.
    '--js-flags=--expose-gc',
    '--enable-precise-memory-info',
    ...QUIET,
    ...loaded,
    detour(url),
  ];
  const child = spawn(program, args, { stdio: 'ignore' });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} could not be started`);
  let closing = false;
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code) => {
      if (!closing) reject(new Error(`the browser ended by itself (${code})`));
    });
  });
  return {
    pid,
    ended,
    async close() {
      closing = true;
      await killTree(pid);
    },
  };
}

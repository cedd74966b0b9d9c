import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CatalogueEntry, HiddenReason } from '../../src/self-test/catalogue.ts';
import type { Addresses } from '../e2e/harness/addresses.ts';
import { fillIn } from '../e2e/harness/addresses.ts';
import type { BrowserName } from '../e2e/harness/built.ts';
import type { BrowserCase } from '../e2e/harness/case.ts';
import { CASES, type NamedCase, pageAroundScript } from '../e2e/harness/case-files.ts';
import { resolveCase } from '../e2e/harness/resolve.ts';

/** A file of the package. */
export interface GeneratedFile {
  relativeDest: string;
  contents: string;
}

/** Where the pages of the self-test seem to be: those of the web, since errors of extensions are ignored. */
const ADDRESSES: Addresses = {
  origin: 'http://self-test.invalid',
  otherOrigin: 'http://other.self-test.invalid',
  // No browser connects to this port.
  deadOrigin: 'http://127.0.0.1:1',
};

/** Stands first in each page, so that it listens before the case's own scripts run. */
const FRAME_SCRIPT = '<script src="/self-test-frame.js"></script>\n';

/** What a page of an extension cannot show, by what a case's files contain; the first that fits is told. */
const SIGNS: [HiddenReason, RegExp][] = [
  ['second-site', /__OTHER_ORIGIN__/],
  ['server', /\/(?:status|drop|slow|cut|redirect|trickle|loop)\b|\?header=/],
  ['frames', /iframe|<object|<embed/i],
  ['rewrites', /document\.(?:open|write)/],
  [
    'policy',
    /\beval\b|new Function|set(?:Timeout|Interval)\(['"`]|new Blob\(|data:text|javascript:|<script>|\son\w+=|Content-Security-Policy|<script type="module">/i,
  ],
];

/** Cases with a reason of their own. */
const HIDDEN: Record<string, HiddenReason> = {
  // The stores refuse packages with files that cannot be parsed.
  'syntax-error': 'policy',
  'module-syntax-error': 'policy',
  'error-while-leaving': 'person',
  // Open developer tools run the getters of what is logged.
  'console-error-hostile': 'tools',
  'console-values': 'page',
  'fake-timers': 'page',
  'hostile-globals': 'page',
  // Only the browser tells of its failure.
  'event-source-refused': 'server',
  'fetch-body-not-json': 'server',
  'websocket-refused': 'server',
};

/** The catalogue of the self-test page and the pages of its cases, made of the browser tests' folders. */
export async function selfTestFiles(browser: BrowserName): Promise<GeneratedFile[]> {
  const cases = await Promise.all(readdirSync(CASES).toSorted().map(readCase));
  const entries = cases.map((testCase) => entryOf(testCase, browser));
  const shown = entries.filter(({ hidden }) => hidden === null);
  return [
    { relativeDest: 'self-test/catalogue.json', contents: JSON.stringify(entries) },
    ...shown.flatMap(({ name }) => filesOf(name)),
  ];
}

async function readCase(name: string): Promise<NamedCase> {
  const module: { testCase: BrowserCase } = await import(pathToFileURL(join(CASES, name, 'case.ts')).href);
  return { ...module.testCase, name };
}

function entryOf(testCase: NamedCase, browser: BrowserName): CatalogueEntry {
  const { name, title, absent = [] } = testCase;
  return {
    name,
    title,
    absent,
    hidden: hiddenReason(testCase, browser),
    expect: resolveCase(testCase, browser, ADDRESSES),
  };
}

function hiddenReason(testCase: NamedCase, browser: BrowserName): HiddenReason | null {
  const { name, act, tabs, onOtherSite, page, skip } = testCase;
  if (skip?.[browser] !== undefined) return 'browser';
  if (act || tabs !== undefined || page !== undefined) return 'person';
  if (onOtherSite) return 'second-site';
  const text = [pageOf(name), ...scriptsOf(name).map((file) => readFileSync(join(CASES, name, file), 'utf8'))].join(
    '\n',
  );
  return HIDDEN[name] ?? SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
}

function scriptsOf(name: string): string[] {
  return readdirSync(join(CASES, name)).filter((file) => file.endsWith('.js'));
}

function pageOf(name: string): string {
  const file = join(CASES, name, 'page.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : pageAroundScript(name);
}

function filesOf(name: string): GeneratedFile[] {
  const folder = `self-test/cases/${name}`;
  const page = pageOf(name).replace(/<title>/, `${FRAME_SCRIPT}<title>`);
  return [
    { relativeDest: `${folder}/page.html`, contents: page },
    ...scriptsOf(name).map((file) => ({
      relativeDest: `${folder}/${file}`,
      contents: fillIn(readFileSync(join(CASES, name, file), 'utf8'), ADDRESSES),
    })),
  ];
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_IGNORE_RULES } from '../../../src/core/ignore/rules.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { diagnosticTexts } from '../../../src/platform/texts/diagnostic.ts';
import { failureTexts } from '../../../src/platform/texts/failures.ts';
import { setAsideTexts } from '../../../src/platform/texts/set-aside.ts';

const root = new URL('../../../src/', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?:background|messages|storage|core|remote)[\\/].*\.ts$/u.test(file))
  .map((file) => read(file.replaceAll('\\', '/')))
  .join('\n');

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted();
}

/** The words of a union type, such as `type X = 'a' | 'b'`, that follows this beginning. */
function union(text: string, beginning: string): string[] {
  const declared = text.slice(text.indexOf(beginning) + beginning.length);
  expect(text).toContain(beginning);
  return matches(declared.slice(0, declared.indexOf(';')), /'([\w-]+)'/gu);
}

/** What is only noted goes to the diagnostic view by its part, and to nobody as a sentence. */
const noted = /onFailure\(\s*'[^']+',\s*new MessageError\([^;]*;/gu;
const answers = source.replaceAll(noted, '');

it('every refusal of the background has a sentence', () => {
  const written = matches(answers, /\b(?:new MessageError|failure)\(\s*'([\w-]+)'/gu);
  expect(written.length).toBeGreaterThan(8);
  const codes = [
    ...written,
    ...matches(read('remote/failure.ts'), /^  '([\w-]+)',$/gmu),
    ...union(read('core/sync/project-address.ts'), 'export type ProjectProblem ='),
    ...union(read('core/settings.ts'), 'export interface SettingFailure {\n  code:'),
    ...union(read('core/commands/changes.ts'), 'export type RefusalCode ='),
    ...union(read('storage/command-apply.ts'), 'export interface CommandFailure {\n  code:'),
  ];
  expect(codes.filter((code) => !Object.hasOwn(failureTexts.byCode, code))).toEqual([]);
});

it('every code that is not written where it is thrown is known', () => {
  const calls = /\b(?:new MessageError|failure)\(\s*([\w.]+),/gu;
  const passedOn = [
    ...matches(read('messages/router.ts'), calls),
    ...matches(answers, /\bnew MessageError\(\s*([\w.]+),/gu),
  ];
  // Of the refusal that a handler threw and of the team's, of a setting and a command (their unions are checked above), and of the client's answer.
  expect(passedOn).toEqual([
    'error.code',
    'error.code',
    'failure.code',
    'outcome.failure.code',
    'parsed.failure.code',
    'read.problem',
  ]);
});

it('no sentence is for a code that nothing gives', () => {
  const unknown = Object.keys(failureTexts.byCode).filter((code) => !answers.includes(`'${code}'`));
  expect(unknown).toEqual([]);
});

it('every reason for a refused merge or split has its own sentence, and so has what is missing in a command', () => {
  const given = matches(answers, /\brefused\('merge-refused', '([^']+)'\)/gu);
  expect(new Set(given)).toEqual(new Set(Object.keys(failureTexts.byDetail['merge-refused'])));
  const missing = matches(answers, /(?:refused\(|code: )'invalid-command', (?:detail: )?'([^']+)'/gu);
  expect(new Set(missing)).toEqual(new Set(Object.keys(failureTexts.byDetail['invalid-command'])));
});

it('every part of ours that can fail says what that means', () => {
  const named = matches(source, /\b(?:onFailure|attempt|note)\(\s*'([\w.-]+)'/gu);
  const messages = matches(read('messages/protocol.ts'), /^ {2}'([\w.-]+)': \{/gmu);
  expect(named).toEqual(expect.arrayContaining(['badge', 'start', 'capture.store', 'failure-log']));
  expect(messages).toEqual(expect.arrayContaining(['capture.batch', 'settings.save']));
  expect(Object.keys(diagnosticTexts.ownFailures.byCode).toSorted()).toEqual(
    [...new Set([...named, ...messages])].toSorted(),
  );
});

it('every reason for not storing has its cause and cure', () => {
  const blocked = matches(read('background/network/seen.ts'), /const BLOCKED = '([\w-]+)'/gu);
  expect(blocked).toHaveLength(1);
  const judged = union(read('background/ingest/sort-out.ts'), 'type Refusal =');
  const reasons = [...judged, ...blocked, 'dropped', 'other'];
  expect(Object.keys(setAsideTexts.refused.byCode).toSorted()).toEqual(reasons.toSorted());
});

it('every built-in rule and every setting has a name', () => {
  const rules = DEFAULT_IGNORE_RULES.map(({ id }) => id.replace('builtin:', ''));
  expect(Object.keys(setAsideTexts.ignored.byCode).toSorted()).toEqual(rules.toSorted());
  expect(Object.keys(setAsideTexts.broken.byCode).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
});

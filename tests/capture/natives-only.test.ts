import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../../src/capture/', import.meta.url);
/** All but the files that take the natives: those run before any code of the page. */
const FILES = readdirSync(FOLDER).filter((name) => !name.startsWith('natives'));

/** Names of everything that a page can replace on the prototypes of built-ins. */
const REPLACEABLE = new Set(
  [Object, Function, Array, String, Number, BigInt, Symbol, Map, Set, WeakMap, WeakSet, Promise, RegExp, Date, URL]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
    .concat(Object.getOwnPropertyNames(EventTarget.prototype), Object.getOwnPropertyNames(Event.prototype)),
);

/** Our own objects, whose members have such names. */
const OWN = /^(marks|requests|cancels|originals|seen|listeners|pending|shelf|ledger)$/;

const callsOfMembers = (code: string): string[] =>
  [...code.matchAll(/([\w\])'"`]+)\??\.(\w+)\(/g)]
    .filter(([, owner = '', member = '']) => REPLACEABLE.has(member) && !OWN.test(owner))
    .map(([call]) => call);

/** What each rule forbids, and code that it must find. */
const RULES: [title: string, find: (code: string) => string[], bad: string[]][] = [
  [
    'calls no member of a built-in',
    callsOfMembers,
    ['list.push(1)', 'text.slice(1)', 'f.call(x)', "''.trim()", 'a[0].then(f)'],
  ],
  [
    'uses no global of the page',
    (code) =>
      code.match(/(?<![.\w])(JSON|Math|Object|Reflect|Array|String|Date|Promise|performance|setTimeout)[.(]/g) ?? [],
    ['JSON.stringify(x)', 'String(x)', 'setTimeout(f)'],
  ],
  [
    'makes nothing of a class of the page',
    (code) => code.match(/\bnew (?!Native)[A-Z]\w*/g) ?? [],
    ['new Map()', 'new Error()'],
  ],
  [
    'runs no iterator',
    (code) => code.match(/\bof\b|[[(,]\s*\.\.\.(?!args:)|(?:const|let) \[/g) ?? [],
    ['for (const x of y)', 'f(...x)', '[a, ...b]', 'const [a] = b'],
  ],
  ['makes no promise', (code) => code.match(/\basync\b|\bawait\b/g) ?? [], ['async () => 1', 'await x']],
  [
    'has no pattern',
    (code) => code.match(/(?<=[(=,:!&|?]\s*)\/[^/\n]+\/[gimsuy]*[.,;)]/g) ?? [],
    ['const a = /x/;', 'if (/x/.test(y))', 'f(/x/g)'],
  ],
];

/** The code of a file without comments and without what is in texts. */
function codeOf(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe.each(RULES)('what runs in the page’s own world %s', (_title, find, bad) => {
  test.each(FILES)('%s', (name) => {
    expect(find(codeOf(name))).toEqual([]);
  });

  test.each(bad)('and %s would be found', (code) => {
    expect(find(code)).not.toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../src/platform/i18n.ts';

const folder = new URL('../../src/platform/texts/', import.meta.url);

interface Leaf {
  path: string;
  text: Text;
}

function isText(node: object): node is Text {
  return 'en' in node && typeof node.en === 'string';
}

function leaves(path: string, node: object): Leaf[] {
  if (isText(node)) return [{ path, text: node }];
  return Object.entries(node).flatMap(([key, child]) => leaves(`${path}.${key}`, child));
}

const files = readdirSync(folder);
const modules = await Promise.all(
  files.map((file): Promise<Record<string, object>> => import(new URL(file, folder).href)),
);
const all = modules.flatMap((exported) => Object.entries(exported).flatMap(([name, tree]) => leaves(name, tree)));

/** Kind of an element of a message that is plain text. */
const LITERAL: number = 0;

/** Names of the values that a text takes. */
function values(written: string): string[] {
  const found = new Set<string>();
  const visit = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      const kind: number = element.type;
      if (kind !== LITERAL && 'value' in element) found.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(written, 'en').getAst());
  return [...found].toSorted();
}

it('finds the texts', () => {
  expect(all.length).toBeGreaterThan(150);
});

describe.each(all)('$path', ({ text }) => {
  it('takes the same values in both languages', () => {
    expect(values(text.fr)).toEqual(values(text.en));
  });

  it('is written with the signs of print', () => {
    for (const written of [text.en, text.fr]) {
      expect(written.trim()).toBe(written);
      expect(written).not.toBe('');
      // A straight apostrophe is also an escape in ICU MessageFormat: it would vanish.
      expect(written).not.toMatch(/['"]|\.\.\.| {2}|[\u00A0\u202F]/u);
    }
  });

  it('spaces French signs, for the translator to make them no-break', () => {
    expect(text.fr.replace(/https?:|::/gu, '')).not.toMatch(/[^\s][;:!?»]|«[^\s]/u);
  });
});

it('has no text that nothing shows', () => {
  const source = ['ui', 'background', 'diagnostics', 'mailer']
    .map((name) => new URL(`../../src/${name}/`, import.meta.url))
    .flatMap((place) =>
      readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/u.test(file))
        .map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), place), 'utf8')),
    )
    .join('\n');
  // Looked up by the values of rows, states and codes.
  const byValue =
    /\.(errorType|status|priority|source|action|event|reason|delivery|testStatus|line|byCode|byDetail|byName|expected|because|state|failed|watched|paused|revoked|off|ungranted|unwatchable)\.[\w -]+(\.[\w: -]+)?$/u;
  const unused = all.filter(({ path }) => {
    const key = path.split('.').at(-1) ?? '';
    return !byValue.test(path) && !new RegExp(`\\.${key}\\b`, 'u').test(source);
  });
  expect(unused.map(({ path }) => path)).toEqual([]);
});

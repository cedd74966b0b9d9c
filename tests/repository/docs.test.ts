import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tools/root.ts';
import { read, repositoryFiles } from './files.ts';

const PAGES = repositoryFiles().filter((path) => path.endsWith('.md'));

/** Folders that a command makes. */
const MADE = ['node_modules/', '.output/'];

/** What is written like code and has the look of a path: `src/core/`, `tests/demo/start.mjs`, `package.json`. */
function pathsIn(page: string): string[] {
  const code = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '');
  const links = [...page.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, target]) => target ?? '');
  const looksLikePath = /^\.?[\w.-]+(\/[\w.-]*)+$|^\.?[\w-]+(\.[\w-]+)*\.(ts|tsx|mjs|json|md|sql|css|html)$/;
  return [...code.filter((text) => looksLikePath.test(text)), ...links];
}

describe.each(PAGES)('%s', (page) => {
  it('names only files that exist', () => {
    const missing = pathsIn(read(page)).filter(
      (path) =>
        !MADE.some((made) => path.startsWith(made)) &&
        // As files of the repository, from the page itself, or as the extension serves them.
        [ROOT, join(ROOT, dirname(page)), join(ROOT, 'public')].every((folder) => !existsSync(join(folder, path))),
    );
    expect(missing).toEqual([]);
  });

  it('lets no line break before a French sign', () => {
    const prose = read(page).replaceAll(/^```.*?^```|`[^`\n]*`/gmsu, 'code');
    expect(prose.match(/.* [;:!?»].*|.*« .*/gu) ?? []).toEqual([]);
  });

  it('names only npm commands that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const named = [...read(page).matchAll(/npm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('the pages that people look for are there', () => {
  expect(PAGES).toEqual(
    expect.arrayContaining(['README.md', 'README.fr.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md']),
  );
});

import { expect, it } from 'vitest';
import { parseManaged } from '../../src/core/managed.ts';
import { parseSetting } from '../../src/core/settings.ts';
import { readPattern } from '../../src/core/site-patterns.ts';
import { CHROMIUM_ID, GECKO_ID } from '../e2e/harness/built.ts';
import { read, repositoryFiles } from './files.ts';

/** The values that an example gives to the extension. */
const EXAMPLES: Record<string, unknown> = {
  chromium: JSON.parse(read('docs/policies/chromium.json'))['3rdparty'].extensions[CHROMIUM_ID],
  firefox: JSON.parse(read('docs/policies/firefox.json')).policies['3rdparty'].Extensions[GECKO_ID],
};

it.each(Object.entries(EXAMPLES))('the example of a policy for %s is taken as it stands', (_browser, example) => {
  const managed = parseManaged(example);
  expect(managed).toMatchObject(Object(example));
  expect(managed.sites.map((site) => 'pattern' in readPattern(site))).toEqual(managed.sites.map(() => true));
  for (const [key, value] of Object.entries(managed.settings))
    expect(parseSetting(key, value)).toMatchObject({ ok: true });
});

it('what the browser is told of policies has the keys that the extension reads', () => {
  const { properties }: { properties: object } = JSON.parse(read('public/managed-schema.json'));
  expect(Object.keys(properties).toSorted()).toEqual(Object.keys(parseManaged({})).toSorted());
});

it('workflows run actions of one commit each, and the same checks as everybody', () => {
  const workflows = repositoryFiles().filter((path) => path.startsWith('.github/workflows/'));
  expect(workflows).toHaveLength(2);
  for (const text of workflows.map(read)) {
    const used = text.match(/uses: .*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/@[\da-f]{40} # v\d/.test(line))).toEqual([]);
    expect(text).toContain('- run: .ci/run');
  }
});

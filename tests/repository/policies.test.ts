// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { parseManaged } from '../../src/core/managed.ts';
import { DEFAULT_SETTINGS, parseSetting } from '../../src/core/settings.ts';
import { readPattern } from '../../src/core/site-patterns.ts';
import { CHROMIUM_ID, GECKO_ID } from '../e2e/harness/built.ts';
import { policyFiles } from '../tools/policies/files.ts';
import { read, repositoryFiles } from './files.ts';
import { readPlist, readRegistry, strangers, type Schema } from './policy-formats.ts';

const FOLDER = 'docs/policies/';
const VALUES = JSON.parse(read(`${FOLDER}values.json`));
const SCHEMA: Schema = JSON.parse(read('public/managed-schema.json'));

const FILES = repositoryFiles().filter((path) => path.startsWith(FOLDER) && !path.endsWith('values.json'));

/** What a file gives to the extension and how it has it installed, read as its system does. */
function contentOf(path: string): { values: unknown; forced: unknown } {
  const ofFirefox = path.includes('/firefox');
  const id = ofFirefox ? GECKO_ID : CHROMIUM_ID;
  if (path.endsWith('.reg')) {
    const keys = Object.entries(readRegistry(read(path)));
    const below = ofFirefox ? `\\3rdparty\\Extensions\\${id}` : `\\3rdparty\\extensions\\${id}\\policy`;
    const at = (end: string) => keys.find(([key]) => key.endsWith(end))?.[1];
    return { values: at(below), forced: at(`\\ExtensionSettings\\${id}`) };
  }
  if (path.endsWith('.mobileconfig')) {
    const { PayloadContent: parts } = Object(readPlist(read(path)));
    const [policies, values = policies['3rdparty']?.Extensions[id]] = parts;
    return { values: withoutPayload(values), forced: policies.ExtensionSettings[id] };
  }
  const { policies, ...own } = JSON.parse(read(path));
  const { ExtensionSettings, '3rdparty': given } = policies ?? own;
  return { values: (given.extensions ?? given.Extensions)[id], forced: ExtensionSettings[id] };
}

function withoutPayload(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith('Payload')));
}

it('the examples are for every browser and system, and as `npm run policies` makes them', () => {
  const made = policyFiles(VALUES);
  expect(FILES.map((path) => path.slice(FOLDER.length)).toSorted()).toEqual([...made.keys()].toSorted());
  for (const [name, text] of made) expect(read(FOLDER + name)).toBe(text);
});

it.each(FILES)('%s installs the extension and gives it exactly the example', (path) => {
  const { values, forced } = contentOf(path);
  expect(forced).toMatchObject({ installation_mode: 'force_installed' });
  const { problems, ...managed } = parseManaged(values);
  expect(problems).toEqual([]);
  expect(managed).toEqual({ sending: false, ...VALUES });
  expect(strangers(SCHEMA, VALUES)).toEqual([]);
});

it('the example is usable to its last value', () => {
  const { sites, siteRules, settings, locked } = parseManaged(VALUES);
  for (const site of [...sites, ...siteRules.map((rule) => rule.site)])
    expect(readPattern(site)).toHaveProperty('pattern');
  for (const [key, value] of Object.entries(settings)) expect(parseSetting(key, value)).toMatchObject({ ok: true });
  expect(locked.filter((key) => !(key in DEFAULT_SETTINGS))).toEqual([]);
});

it('values that the extension could not use make no files', () => {
  expect(() => policyFiles({ ...VALUES, consent: 'yes' })).toThrow('consent');
  expect(() => policyFiles({ ...VALUES, sitesToWatch: [] })).toThrow('sitesToWatch');
});

it('what the browser is told of policies has every key that the extension reads, down to the fields of settings', () => {
  const { problems: _, ...keys } = parseManaged({});
  expect(Object.keys(SCHEMA.properties ?? {}).toSorted()).toEqual(Object.keys(keys).toSorted());
  const settings = SCHEMA.properties?.['settings']?.properties ?? {};
  expect(Object.keys(settings).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
  for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
    if (typeof value !== 'object' || Array.isArray(value)) continue;
    expect(Object.keys(settings[key]?.properties ?? {}).toSorted()).toEqual(Object.keys(value).toSorted());
  }
});

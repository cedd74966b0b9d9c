import { expect, it } from 'vitest';
import { parseManaged } from '../../src/core/managed.ts';

const NOTHING = { consent: false, sending: false, sites: [], siteRules: [], settings: {}, locked: [], team: null };

it('no policy, or something that is none, gives nothing', () => {
  for (const value of [undefined, null, 'consent', 7, [], {}])
    expect(parseManaged(value)).toEqual({ ...NOTHING, problems: [] });
});

it('each value that cannot be read counts as not given, costs none of the others, and is told with its reason', () => {
  const given = { consent: 'yes', sites: ['shop.example', 7], locked: ['tickets'], team: { url: 'https://x.example' } };
  const { problems, ...read } = parseManaged({ ...given, site: 'shop.example' });
  expect(read).toEqual({ ...NOTHING, locked: ['tickets'] });
  expect(problems.map(({ code, key }) => [code, key])).toEqual([
    ['invalid-setting', 'consent'],
    ['invalid-setting', 'sites'],
    ['invalid-setting', 'team'],
    ['unknown-setting', 'site'],
  ]);
  expect(problems[1]?.detail).toContain('sites.1');
});

const GIVEN = {
  consent: true,
  sending: true,
  sites: ['*.staging.example.com'],
  siteRules: [
    {
      site: '*.staging.example.com',
      account: { read: 'meta', name: 'user-id', field: 'client_id' },
      release: { read: 'global', name: 'APP.version' },
      environment: 'staging',
    },
  ],
  settings: { tickets: { threshold: 2 } },
  locked: ['tickets'],
  team: { url: 'https://team.example', key: 'sb_publishable_x' },
};

it('takes what an administrator gives', () => {
  expect(parseManaged(GIVEN)).toEqual({ ...GIVEN, problems: [] });
});

it('takes it as the registry of Windows holds it: numbers for yes and no, texts for lists and objects', () => {
  const held = Object.entries(GIVEN).map(([key, value]) => [key, value === true ? 1 : JSON.stringify(value)]);
  expect(parseManaged(Object.fromEntries(held))).toEqual({ ...GIVEN, problems: [] });
  expect(parseManaged({ consent: 0, settings: '{"tickets":' })).toEqual({
    ...NOTHING,
    problems: [expect.objectContaining({ key: 'settings' })],
  });
});

it('a rule of a site with a field that no rule has is told rather than half kept', () => {
  const [rule] = GIVEN.siteRules;
  const { siteRules, problems } = parseManaged({ siteRules: [{ ...rule, acount: rule?.account }] });
  expect(siteRules).toEqual([]);
  expect(problems).toMatchObject([{ key: 'siteRules' }]);
});

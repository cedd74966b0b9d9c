import { expect, it } from 'vitest';
import { parseManaged } from '../../src/core/managed.ts';

const NOTHING = { consent: false, sending: false, sites: [], settings: {}, locked: [], team: null };

it('no policy, or something that is none, gives nothing', () => {
  for (const value of [undefined, null, 'consent', 7, []]) expect(parseManaged(value)).toEqual(NOTHING);
  expect(parseManaged({})).toEqual(NOTHING);
});

it('each value that cannot be read counts as not given, and costs none of the others', () => {
  const given = { consent: 'yes', sites: ['shop.example', 7], locked: ['tickets'], team: { url: 'https://x.example' } };
  expect(parseManaged(given)).toEqual({ ...NOTHING, locked: ['tickets'] });
});

it('takes what an administrator gives', () => {
  const given = {
    consent: true,
    sending: true,
    sites: ['*.staging.example.com'],
    settings: { tickets: { threshold: 2 } },
    locked: ['tickets'],
    team: { url: 'https://team.example', key: 'sb_publishable_x' },
  };
  expect(parseManaged(given)).toEqual(given);
});

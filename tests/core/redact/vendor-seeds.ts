import * as fc from 'fast-check';
import { ALNUM, URL_SAFE, HEX, run, token, as, itself, base64url, prefixed, type Seed } from './generators.ts';

/** Keys with a vendor's prefix, which give themselves away without a name. */
export const VENDOR_SEEDS: Record<string, fc.Arbitrary<Seed>> = {
  'AWS key id': as(prefixed('AKIA', run('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)), itself),
  'AWS secret': as(
    token(`${ALNUM}/+`, 40),
    (s) => `aws_secret_access_key=${s}`,
    (s) => `SecretAccessKey: ${s}`,
  ),
  'Google API key': as(prefixed(['AI', 'za'].join(''), token(URL_SAFE, 35)), itself),
  'Google OAuth': as(prefixed('ya29.', token(URL_SAFE, 40)), itself),
  GitHub: as(prefixed('ghp_', token(ALNUM, 36)), itself, (s) => `remote: ${s} denied`),
  'GitHub fine-grained': as(prefixed('github_pat_', token(ALNUM, 60)), itself),
  GitLab: as(prefixed('glpat-', token(URL_SAFE, 20)), itself),
  Slack: as(
    prefixed(
      'xoxb-',
      token(ALNUM, 24).map((text) => `123456789012-${text}`),
    ),
    itself,
  ),
  Stripe: as(prefixed('sk_live_', token(ALNUM, 24)), itself, (s) => `No such customer (key ${s})`),
  'Stripe payment': as(
    fc.tuple(token(ALNUM, 24), token(ALNUM, 25)).map(([id, rest]) => `pi_${id}_secret_${rest}`),
    itself,
  ),
  Supabase: as(prefixed('sb_secret_', token(URL_SAFE, 31)), itself),
  'Supabase publishable': as(prefixed('sb_publishable_', token(URL_SAFE, 31)), itself),
  OpenAI: as(prefixed('sk-proj-', token(URL_SAFE, 48)), itself),
  Anthropic: as(prefixed('sk-ant-api03-', token(URL_SAFE, 93)), itself),
  SendGrid: as(
    fc.tuple(token(URL_SAFE, 22), token(URL_SAFE, 43)).map(([id, rest]) => `SG.${id}.${rest}`),
    itself,
  ),
  Twilio: as(prefixed('SK', run(HEX, 32)), itself),
  npm: as(prefixed('npm_', token(ALNUM, 36)), itself),
  Mapbox: as(
    prefixed(
      'sk.',
      token(URL_SAFE, 20).map((rest) => `${base64url('{"u":"qa","a":"x"}')}.${rest}`),
    ),
    itself,
  ),
  Shopify: as(prefixed('shpat_', run(HEX, 32)), itself),
  Atlassian: as(prefixed('ATATT3', token(URL_SAFE, 60)), itself),
  'Telegram bot': as(
    fc.tuple(run('123456789', 9), token(URL_SAFE, 33)).map(([id, rest]) => `${id}:AA${rest}`),
    itself,
  ),
};

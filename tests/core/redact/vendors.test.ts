import { describe, expect, test } from 'vitest';
import { ALWAYS } from '../../../src/core/redact/detectors.ts';
import { maskSecrets } from '../../../src/core/redact/secrets.ts';
import { covered } from '../../../src/core/redact/spans.ts';
import { VENDOR_FORMATS } from '../../../src/core/redact/vendors.ts';

const MIXED = 'Zx8Kq2Lm9Pw4Rt6Yb1Nc3Vd5Hs7Jf0GaTe2Uo8Xi4Mk6Qp1';
const HEX = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978';
const mixed = (length: number): string => MIXED.repeat(3).slice(0, length);
const hex = (length: number): string => HEX.slice(0, length);

/** One example of every alternative of every format: prefix, then what follows it. Kept apart, so that no scanner takes them for keys. */
const EXAMPLES: Record<string, [prefix: string, rest: string][]> = {
  'aws-access-key-id': [['AKIA', 'ABCDEFGHIJKLMNOP'], ['ASIA', 'ABCDEFGHIJ234567'], ['A3TX', 'ABCDEFGHIJ234567']],
  'google-api-key': [['AIza', mixed(35)]],
  'google-oauth': [['ya29.', `a0.${mixed(40)}`], ['1//0', mixed(40)], ['GOCSPX-', mixed(28)]],
  'github-token': [['ghp_', mixed(36)], ['gho_', mixed(36)], ['ghu_', mixed(36)], ['ghs_', mixed(36)], ['ghr_', mixed(36)], ['github_pat_', mixed(60)]],
  'gitlab-token': [['glpat-', mixed(20)], ['gldt-', mixed(20)], ['glrt-', mixed(20)], ['GR1348941', mixed(20)]],
  'slack-token': [['xoxb-', `12345-${mixed(20)}`], ['xoxp-', mixed(20)], ['xapp-', `1-${mixed(20)}`], ['xoxe.xoxp-', mixed(20)], ['https://hooks.slack.com/', `services/T0/B0/${mixed(24)}`]],
  'stripe-key': [['sk_live_', mixed(24)], ['rk_test_', mixed(24)], ['pk_live_', mixed(24)], ['whsec_', mixed(32)]],
  'stripe-client-secret': [['pi_', `${mixed(24)}_secret_${mixed(25)}`], ['seti_', `${mixed(24)}_secret_${mixed(25)}`], ['cs_live_', mixed(40)], ['ek_test_', mixed(40)]],
  'supabase-key': [['sb_secret_', mixed(31)], ['sb_publishable_', mixed(31)], ['sbp_', hex(40)]],
  'openai-anthropic-key': [['sk-', mixed(48)], ['sk-proj-', mixed(48)], ['sk-svcacct-', mixed(48)], ['sk-ant-', `api03-${mixed(60)}`], ['sk-or-', `v1-${hex(40)}`]],
  'model-service-key': [['hf_', mixed(34)], ['gsk_', mixed(40)], ['r8_', mixed(37)], ['pplx-', mixed(40)], ['xai-', mixed(40)]],
  'sendgrid-key': [['SG.', `${mixed(22)}.${mixed(43)}`]],
  'mail-service-key': [['xkeysib-', `${hex(40)}-${mixed(16)}`], ['xsmtpsib-', hex(40)], ['key-', hex(32)], ['', `${hex(32)}-us12`], ['re_', `${mixed(8)}_${mixed(24)}`]],
  'twilio-key': [['AC', hex(32)], ['SK', hex(32)]],
  'package-registry-token': [['npm_', mixed(36)], ['pypi-Ag', mixed(60)], ['rubygems_', hex(48)], ['cio', mixed(32)], ['dckr_pat_', mixed(27)]],
  'mapbox-token': [['sk.', `eyJ1${mixed(30)}.${mixed(22)}`], ['pk.', `eyJ1${mixed(30)}.${mixed(22)}`]],
  'cloud-token': [['dop_v1_', hex(40)], ['HRKU-', mixed(40)], ['nfp_', mixed(40)], ['fo1_', mixed(43)], ['fm2_', mixed(60)], ['hvs.', mixed(24)], ['pul-', hex(40)], ['AbCdEfGhIjKl12', `.atlasv1.${mixed(60)}`], ['dapi', hex(32)]],
  'azure-secret': [['abc', `8Q~${mixed(34)}`]],
  'commerce-token': [['shpat_', hex(32)], ['shpss_', hex(32)], ['sq0csp-', mixed(43)], ['EAAA', mixed(60)], ['access_token$production$', `${hex(16)}$${hex(32)}`], ['access-sandbox-', '550e8400-e29b-41d4-a716-446655440000'], ['sup_sk_', mixed(32)]],
  'work-tool-token': [['ATATT3', mixed(60)], ['ATCTT3', mixed(60)], ['ntn_', mixed(43)], ['secret_', mixed(43)], ['lin_api_', mixed(40)], [`pat${mixed(14)}.`, HEX], ['figd_', mixed(40)], ['PMAK-', `${hex(24)}-${hex(34)}`], ['sntrys_', mixed(60)], ['NRAK-', mixed(27)], ['glsa_', `${mixed(32)}_${hex(8)}`], ['phx_', mixed(43)], ['dp.pt.', mixed(43)], ['ops_eyJ', mixed(60)], ['123456789:AA', mixed(33)]],
  'discord-token': [['M', `${mixed(25)}.${mixed(6)}.${mixed(38)}`]],
  'aws-secret-access-key': [['', `${mixed(19)}/${mixed(20)}`], ['', `${mixed(10)}+${mixed(29)}`]],
  'age-key': [['AGE-SECRET-KEY-1', mixed(58).toUpperCase()]],
}; // prettier-ignore

describe.each(VENDOR_FORMATS)('$name', ({ name, why, source }) => {
  // Not through all detectors: long keys would be found as random texts too, and a broken format would go unnoticed.
  const detector = ALWAYS.find((candidate) => candidate.name === name)!;

  test.each(EXAMPLES[name] ?? [])('%s… is found', (prefix, rest) => {
    for (const text of [prefix + rest, `clé ${prefix}${rest} refusée`, `{"a":"${prefix}${rest}"}`]) {
      expect(covered(text, detector.find(text))).not.toContain(rest);
      expect(maskSecrets(text)).not.toContain(rest);
    }
  });

  test('has an example, a reason and a source', () => {
    expect(EXAMPLES[name]?.length).toBeGreaterThan(0);
    expect(why).not.toBe('');
    expect(source).not.toBe('');
  });
});

test.each([
  'task-management-for-small-teams-of-people', 'disk-usage-of-the-production-server', 'risk-assessment-2024-report-final-v2', 'sk-button-primary-large-rounded-blue',
  'npm_config_registry_is_not_defined', 'Sk-ip to the main content', 'secret_santa_2024_participants', 'monkey-business', 'key-value pairs', 're_render_after_update_of_state', 'the us-east-1 region',
  'access-control-allow-origin', 'figure_of_eight', 'patience.please', 'glorious-day', 'global-navigation-menu-item-selected', 'AC adapter', 'ops_team', 'xoxo',
])('%s is no key', (text) => {
  expect(maskSecrets(text)).toBe(text);
}); // prettier-ignore

/** A format of secrets that a vendor documents, or that tools which look for leaks agree on. */
export interface VendorFormat {
  name: string;
  why: string;
  /** Where the format is described. */
  source: string;
  /** One of these stands in every match: looking for them first spares most texts the pattern. Empty: look always. */
  hints: readonly string[];
  pattern: RegExp;
}

const B64 = '[A-Za-z0-9_-]';

/**
 * Prefixes that name their vendor. Lengths are the least that was ever issued: a vendor lengthens its keys, and a page may cut them.
 * Patterns begin anywhere unless the prefix occurs in words.
 */
export const VENDOR_FORMATS: readonly VendorFormat[] = [
  {
    name: 'aws-access-key-id',
    why: 'names an account and signs its requests together with its secret',
    source: 'AWS IAM, "Unique identifiers": AKIA, ASIA, ABIA, ACCA and 16 characters',
    hints: ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3T'],
    pattern: /(?<![A-Z0-9])(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g,
  },
  {
    name: 'google-api-key',
    why: 'bills the project; often unrestricted',
    source: 'Google Cloud, "API keys": AIza and 35 characters',
    hints: ['AIza'],
    pattern: new RegExp(`AIza${B64}{30,}`, 'g'),
  },
  {
    name: 'google-oauth',
    why: 'acts as the signed-in Google user',
    source: 'Google Identity: access tokens ya29., refresh tokens 1//, client secrets GOCSPX-',
    hints: ['ya29.', '1//0', 'GOCSPX-'],
    pattern: new RegExp(`ya29\\.[A-Za-z0-9_.-]{20,}|(?<![\\w/])1//0${B64}{20,}|GOCSPX-${B64}{20,}`, 'g'),
  },
  {
    name: 'github-token',
    why: 'reads and writes repositories',
    source: 'GitHub Docs, "About authentication": ghp_, gho_, ghu_, ghs_, ghr_, github_pat_',
    hints: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /(?:gh[pousr]_[A-Za-z0-9_]{20,}|github_pat_[A-Za-z0-9_]{22,})/g,
  },
  {
    name: 'gitlab-token',
    why: 'reads and writes repositories, runs jobs',
    source:
      'GitLab Docs, "Token prefixes": glpat-, gldt-, glrt-, glcbt-, glptt-, glft-, glimt-, glagent-, glsoat-, gloas-, GR1348941',
    hints: ['gl', 'GR1348941'],
    pattern: new RegExp(
      `gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|oas|ffct|wt)-[A-Za-z0-9_.-]{16,}|GR1348941${B64}{16,}`,
      'g',
    ),
  },
  {
    name: 'slack-token',
    why: 'reads and writes a workspace',
    source: 'Slack, "Token types": xoxb-, xoxp-, xoxa-, xoxr-, xoxs-, xoxe, xapp-; incoming webhooks',
    hints: ['xox', 'xapp-', 'hooks.slack.com'],
    pattern:
      /(?:xox[a-z](?:\.xox[a-z])?-|xapp-)[A-Za-z0-9-]{10,}|(?<=hooks\.slack\.com\/)(?:services|workflows|triggers)\/[\w/+-]{10,}/g,
  },
  {
    name: 'stripe-key',
    why: 'charges and refunds; webhook secrets forge events',
    source: 'Stripe Docs, "API keys": sk_, rk_, pk_ with live or test, whsec_',
    hints: ['_live_', '_test_', '_prod_', 'whsec_'],
    pattern: /(?:(?:sk|rk|pk)_(?:live|test|prod)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{16,})/g,
  },
  {
    name: 'stripe-client-secret',
    why: 'completes a payment in the name of its customer',
    source: 'Stripe Docs, PaymentIntent.client_secret: pi_…_secret_…, seti_…_secret_…, cs_live_…',
    hints: ['_secret_', '_live_', '_test_'],
    pattern:
      /(?:(?:pi|seti|src|pm|cs|sub)_[A-Za-z0-9_]{8,60}_secret_[A-Za-z0-9]{8,}|(?:cs|ek)_(?:live|test)_[A-Za-z0-9]{16,})/g,
  },
  {
    name: 'supabase-key',
    why: 'sb_secret_ passes row security; access tokens manage projects',
    source: 'Supabase Docs, "Understanding API keys": sb_secret_, sb_publishable_, sbp_',
    hints: ['sb_', 'sbp_'],
    pattern: new RegExp(`sb_(?:secret|publishable|temp)_${B64}{8,}|sbp_(?:oauth_|v0_)?[a-f0-9]{20,}`, 'g'),
  },
  {
    name: 'openai-anthropic-key',
    why: 'bills the account',
    source: 'OpenAI and Anthropic: sk-…, sk-proj-…, sk-svcacct-…, sk-ant-api03-…, sk-or-v1-…',
    hints: ['sk-'],
    pattern: new RegExp(
      `(?<![A-Za-z0-9])sk-(?:(?:proj|svcacct|admin|None|ant|or|lf)-${B64}{16,}|[A-Za-z0-9]{20,})`,
      'g',
    ),
  },
  {
    name: 'model-service-key',
    why: 'bills the account',
    source: 'Hugging Face hf_, Groq gsk_, Replicate r8_, Perplexity pplx-, xAI xai-',
    hints: ['hf_', 'gsk_', 'r8_', 'pplx-', 'xai-'],
    pattern:
      /(?<![A-Za-z0-9])(?:hf_[A-Za-z0-9]{30,}|gsk_[A-Za-z0-9]{30,}|r8_[A-Za-z0-9]{30,}|(?:pplx|xai)-[A-Za-z0-9]{30,})/g,
  },
  {
    name: 'sendgrid-key',
    why: 'sends mail in the owner’s name',
    source: 'SendGrid, "API keys": SG., 22 and 43 characters',
    hints: ['SG.'],
    pattern: new RegExp(`SG\\.${B64}{16,}\\.${B64}{16,}`, 'g'),
  },
  {
    name: 'mail-service-key',
    why: 'sends mail in the owner’s name',
    source: 'Brevo xkeysib-, xsmtpsib-; Mailgun key-; Mailchimp …-us1; Resend re_; Postmark has no prefix',
    hints: ['xkeysib', 'xsmtpsib', 'key-', '-us', 're_'],
    pattern:
      /(?:xkeysib|xsmtpsib)-[a-f0-9]{32,}(?:-[A-Za-z0-9]+)?|(?<![\w-])key-[a-f0-9]{32}|[a-f0-9]{32}-us\d{1,2}(?!\w)|(?<![A-Za-z0-9])re_[A-Za-z0-9]{8,}_[A-Za-z0-9]{16,}/g,
  },
  {
    name: 'twilio-key',
    why: 'sends messages at the owner’s expense',
    source: 'Twilio Docs: Account SID AC…, API key SID SK…, 32 hexadecimal digits',
    hints: ['AC', 'SK'],
    pattern: /(?<![A-Za-z0-9])(?:AC|SK)[0-9a-f]{32}(?![A-Za-z0-9])/g,
  },
  {
    name: 'package-registry-token',
    why: 'publishes packages',
    source: 'npm npm_, PyPI pypi-AgE, RubyGems rubygems_, crates.io cio, Docker Hub dckr_pat_',
    hints: ['npm_', 'pypi-', 'rubygems_', 'cio', 'dckr_'],
    pattern:
      /npm_[A-Za-z0-9]{30,}|pypi-Ag[A-Za-z0-9_-]{40,}|rubygems_[a-f0-9]{40,}|(?<![A-Za-z0-9])cio[A-Za-z0-9]{32}(?![A-Za-z0-9])|dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}/g,
  },
  {
    name: 'mapbox-token',
    why: 'secret tokens (sk.) manage the account, public ones (pk.) bill it',
    source: 'Mapbox Docs, "Access tokens": pk., sk., tk. and a JSON payload',
    hints: ['k.eyJ'],
    pattern: new RegExp(`(?<![A-Za-z0-9])[pst]k\\.eyJ${B64}{10,}(?:\\.${B64}+)?`, 'g'),
  },
  {
    name: 'cloud-token',
    why: 'manages servers and deployments',
    source:
      'DigitalOcean dop_v1_, doo_v1_, dor_v1_; Heroku HRKU-; Netlify nfp_; Fly FlyV1, fo1_; Vault hvs., hvb., hvr.; Pulumi pul-; Terraform .atlasv1.; Databricks dapi',
    hints: ['_v1_', 'HRKU-', 'nfp_', 'fm1', 'fm2', 'fo1_', 'hvs.', 'hvb.', 'hvr.', 'pul-', '.atlasv1.', 'dapi'],
    pattern:
      /do[opr]_v1_[a-f0-9]{32,}|HRKU-[A-Za-z0-9_-]{30,}|nfp_[A-Za-z0-9]{30,}|(?:fm[12][ar]?|fo1)_[A-Za-z0-9+/=_-]{30,}|hv[sbr]\.[A-Za-z0-9_-]{20,}|pul-[a-f0-9]{40}|\.atlasv1\.[A-Za-z0-9_=-]{30,}|(?<![A-Za-z0-9])dapi[a-f0-9]{32}/g,
  },
  {
    name: 'azure-secret',
    why: 'acts as the application in Entra ID; keys of connection strings have names, see key-words.ts',
    source: 'Microsoft Learn: client secrets have a digit and Q~ at their fourth place',
    hints: ['Q~'],
    pattern: /\dQ~[A-Za-z0-9_~.-]{30,}/g,
  },
  {
    name: 'commerce-token',
    why: 'reads orders and customers, moves money',
    source:
      'Shopify shpat_, shpss_, shpca_, shppa_; Square sq0, EAAA; PayPal and Braintree access_token$; Plaid access-; Adyen AQE; SumUp sup_sk_',
    hints: ['shp', 'sq0', 'EAAA', 'access_token$', 'access-', 'sup_sk_'],
    pattern:
      /shp(?:at|ss|ca|pa|tka)_[a-fA-F0-9]{30,}|sq0[a-z]{3}-[A-Za-z0-9_-]{22,}|(?<![A-Za-z0-9])EAAA[A-Za-z0-9_-]{56,}|access_token\$(?:production|sandbox)\$[a-z0-9$]{16,}|access-(?:sandbox|development|production)-[0-9a-f-]{36}|sup_sk_[A-Za-z0-9]{20,}/g,
  },
  {
    name: 'work-tool-token',
    why: 'reads and writes documents, tickets and secrets',
    source:
      'Atlassian ATATT3, ATCTT3; Notion ntn_, secret_; Linear lin_api_; Airtable pat….…; Figma figd_; Postman PMAK-; Asana 1/; Sentry sntrys_, sntryu_; New Relic NRAK-; Grafana glc_, glsa_; PostHog phx_; Doppler dp.; 1Password ops_; Telegram',
    hints: [
      'TT3',
      'ntn_',
      'secret_',
      'lin_',
      'pat',
      'fig',
      'PMAK-',
      'sntry',
      'NR',
      'gl',
      'phc_',
      'phx_',
      'dp.',
      'ops_eyJ',
      ':AA',
    ],
    pattern:
      /AT[AC]TT3[A-Za-z0-9_=-]{20,}|ntn_[A-Za-z0-9]{30,}|(?<![A-Za-z0-9])secret_[A-Za-z0-9]{40,}|lin_(?:api|oauth)_[A-Za-z0-9]{30,}|pat[A-Za-z0-9]{14}\.[a-f0-9]{40,}|fig[dor]_[A-Za-z0-9_-]{30,}|PMAK-[a-f0-9-]{40,}|sntry[su]_[A-Za-z0-9+/=_]{30,}|NR(?:AK|JS|II|RA)-[A-Za-z0-9-]{18,}|gl(?:c|sa)_[A-Za-z0-9+/=_]{30,}|ph[cx]_[A-Za-z0-9]{30,}|dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9._-]{30,}|ops_eyJ[A-Za-z0-9+/=_-]{30,}|(?<!\w)\d{8,10}:AA[A-Za-z0-9_-]{32,}/g,
  },
  {
    name: 'discord-token',
    why: 'acts as the bot; its first part is the id of the account in base64',
    source: 'Discord Docs, "Authentication": three parts, of 24 or more, 6 and 27 or more characters',
    hints: ['.'],
    pattern: /(?<![\w.-])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/g,
  },
  {
    name: 'aws-secret-access-key',
    why: 'signs requests as the account; it has no prefix, only its length',
    source: 'AWS IAM: 40 characters of base64',
    hints: [],
    pattern:
      /(?<![\w+/=.~-])(?=[A-Za-z0-9+/]{0,39}[A-Z])(?=[A-Za-z0-9+/]{0,39}\d)(?=[A-Za-z0-9+/]{0,39}[a-z])[A-Za-z0-9+/]{40}(?![\w+/=.~-])/g,
  },
  {
    name: 'age-key',
    why: 'decrypts files',
    source: 'age specification: AGE-SECRET-KEY-1 and Bech32',
    hints: ['AGE-SECRET-KEY-1'],
    pattern: /AGE-SECRET-KEY-1[0-9A-Z]{40,}/g,
  },
];

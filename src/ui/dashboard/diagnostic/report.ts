import type { Text, Translator } from '../../../platform/i18n.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { diagnosticTexts } from '../../../platform/texts/diagnostic.ts';
import { setAsideTexts } from '../../../platform/texts/set-aside.ts';
import type { Live } from '../../data/use-live-query.ts';
import { byteText, type Environment } from './environment.ts';
import { ignoredRules } from './ignored-rules.ts';
import type { Diagnostic } from './read-diagnostic.ts';
import { refusedReasons } from './refused-reasons.ts';

/**
 * The diagnostic as plain text for support. It leaves this computer, so it holds codes and numbers alone: no details of failures
 * (those of settings quote the value, which can be an address), no names of rules, no hosts.
 *
 * @param at ISO 8601, when it was made.
 */
export function diagnosticReport(
  translator: Translator,
  environment: Environment,
  live: Live<Diagnostic>,
  at: string,
): string {
  const { t } = translator;
  const title = `${t(commonTexts.appName)} · ${t(diagnosticTexts.heading)} · ${at}`;
  const state = [title, ...environmentLines(translator, environment)];
  if (live.state === 'ready') return [...state, ...diagnosticLines(translator, live.data)].join('\n');
  return [...state, t(live.state === 'loading' ? commonTexts.loading : commonTexts.readFailed.title)].join('\n');
}

function environmentLines({ t, locale }: Translator, environment: Environment): string[] {
  const { version, userAgent, origins, storage } = environment;
  const texts = diagnosticTexts.environment;
  const { usage, quota } = storage.state === 'ready' ? storage.data : { usage: null, quota: null };
  return lines(t, [
    [texts.version, version],
    [texts.browserName, userAgent],
    [texts.hosts, origins.state === 'ready' ? t(texts.hostCount, { count: origins.data.length }) : t(texts.notTold)],
    [
      texts.storage,
      usage === null || quota === null
        ? t(texts.notTold)
        : t(texts.used, { used: byteText(usage, locale), quota: byteText(quota, locale) }),
    ],
  ]);
}

const NAMES = { own: setAsideTexts.ignored.ownRule, gone: setAsideTexts.ignored.goneRule } as const;

function diagnosticLines({ t }: Translator, { counters, failures, aside, broken, ignore }: Diagnostic): string[] {
  const failed = failures.map(
    ({ where, code, count, first_at, last_at }) =>
      `${word(where)} · ${word(code)} · ${count} · ${first_at} → ${last_at}`,
  );
  const ignored = ignoredRules(aside.ignored, ignore).map(({ id, kind, count, enabled }, index) => {
    // Ids of these two are the extension's own.
    const name = kind === 'builtin' || kind === 'quiet' ? id : `${t(NAMES[kind])} ${index + 1}`;
    return `${name} · ${count} · ${enabled ? 'on' : 'off'}`;
  });
  return [
    ...lines(t, [
      [diagnosticTexts.environment.openTickets, String(counters.open_tickets)],
      [diagnosticTexts.environment.occurrences, String(counters.occurrences)],
    ]),
    ...part(t(diagnosticTexts.ownFailures.cardTitle), failed),
    ...part(t(setAsideTexts.ignored.cardTitle), ignored),
    ...part(
      t(setAsideTexts.refused.cardTitle),
      refusedReasons(aside).map(({ reason, count }) => `${reason} · ${count}`),
    ),
    ...part(
      t(setAsideTexts.broken.cardTitle),
      broken.map(({ key, code }) => `${key} · ${code}`),
    ),
  ];
}

function lines(t: Translator['t'], pairs: readonly [Text, string][]): string[] {
  return pairs.map(([name, value]) => t(diagnosticTexts.reportLine, { name: t(name), value }));
}

function part(title: string, list: readonly string[]): string[] {
  return ['', title, ...(list.length === 0 ? ['- 0'] : list.map((line) => `- ${line}`))];
}

/** Our own codes are single words; anything else is not repeated. */
function word(text: string): string {
  return /^[a-z][\w.-]{0,60}$/iu.test(text) ? text : '?';
}

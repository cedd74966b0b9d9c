import type { Translator } from '../platform/i18n.ts';
import { mailerTexts } from '../platform/texts/mailer.ts';
import type { MailerConfig } from './config.ts';
import { readSmtpFailure } from './outcome.ts';
import { createMailTransport } from './smtp.ts';
import { TeamFailure, type TeamConfig } from './team-call.ts';
import { createTeamSource } from './team-source.ts';

const texts = mailerTexts.check;

export interface CheckReport {
  ok: boolean;
  lines: string[];
}

/** Tries the mail server, and the team's project where there is one; sends nothing; says what is wrong and what mends it. */
export async function checkConnection(translator: Translator, config: MailerConfig): Promise<CheckReport> {
  const smtp = await checkSmtp(translator, config);
  const team = config.team === null ? { ok: true, lines: [] } : await checkTeam(translator, config.team);
  return { ok: smtp.ok && team.ok, lines: [...smtp.lines, ...team.lines] };
}

async function checkSmtp({ t }: Translator, config: MailerConfig): Promise<CheckReport> {
  const smtp = `${config.smtp.host}:${String(config.smtp.port)}`;
  const transport = createMailTransport(config);
  try {
    await transport.verify();
    return { ok: true, lines: [t(config.smtp.user === '' ? texts.worksOpen : texts.works, { smtp })] };
  } catch (error) {
    const { cause, detail } = readSmtpFailure(error);
    return { ok: false, lines: [t(texts.failed, { smtp }), t(texts.byCode[cause]), t(texts.said, { detail })] };
  } finally {
    transport.close();
  }
}

/** Claims and settles no message, which is refused for every reason for which one would be. */
async function checkTeam({ t }: Translator, team: TeamConfig): Promise<CheckReport> {
  const { url } = team;
  try {
    const source = createTeamSource(team);
    await source.claim(0, 1);
    const older = await source.settle([]);
    const advice = older && [t(texts.byCode[older.cause]), t(texts.said, { detail: older.detail })];
    return { ok: true, lines: [t(texts.teamWorks, { url }), ...(advice ?? [])] };
  } catch (error) {
    const { cause, detail } = error instanceof TeamFailure ? error : new TeamFailure('team-other', String(error));
    return { ok: false, lines: [t(texts.teamFailed, { url }), t(texts.byCode[cause]), t(texts.said, { detail })] };
  }
}

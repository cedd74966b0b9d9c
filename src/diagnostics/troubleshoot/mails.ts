import { mailHeard, mailReason } from '../../platform/mail-reason.ts';
import { troubleshootTexts } from '../../platform/texts/troubleshoot.ts';
import { countDueNotifications } from '../../storage/guide-queries.ts';
import type { CasePorts, Finder, Finding, KnownCase } from './finding.ts';

const texts = troubleshootTexts.mails;

/** "Emails non envoyés": `.env`, what it says of SMTP, the port; and whether there is anybody to write to. */
export const mailsCase: KnownCase = {
  title: texts.title,
  async check(ports, find) {
    const { db, settings } = ports;
    const { client_email: email } = settings.identity;
    return [
      settings.notifications.enabled ? find.ok(texts.enabled) : find.info(texts.disabled),
      await service(ports, find),
      find.info(texts.due, { count: await countDueNotifications(db) }),
      find.info(texts.template, { template: settings.notifications.emailTemplate }),
      email === '' ? find.problem(texts.noIdentity) : find.ok(texts.identity, { email }),
    ];
  },
};

/** The one whose address is in the options. */
async function service({ mailHealth, settings, speaker }: CasePorts, find: Finder): Promise<Finding> {
  const { service: address } = settings.notifications;
  const health = await mailHealth(address);
  const words = { address, command: 'npm run mailer -- --check', env: '.env' };
  if (health.state === 'sends') return find.ok(texts.sends, words);
  if (health.state === 'fails' || health.state === 'mend') {
    const translator = speaker.translator();
    const meaning = mailReason(health.cause);
    const heard = mailHeard(translator, health.cause, health.detail);
    const reason = meaning === null ? health.cause : translator.t(meaning);
    const said = { ...words, reason: heard === '' ? reason : `${reason} (${heard})` };
    return health.state === 'fails' ? find.problem(texts.fails, said) : find.info(texts.mend, said);
  }
  return find.info(texts.silent, words);
}

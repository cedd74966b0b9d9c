import { troubleshootTexts } from '../../platform/texts/troubleshoot.ts';
import { countDueNotifications } from '../../storage/guide-queries.ts';
import type { CasePorts, Finder, Finding, KnownCase } from './finding.ts';
import { MAIL_SERVICE } from './mail-service.ts';

const texts = troubleshootTexts.mails;

/** "Emails non envoyés": `.env`, what it says of SMTP, the port; and whether there is anybody to write to. */
export const mailsCase: KnownCase = {
  title: texts.title,
  async check(ports, find) {
    const { db, settings } = ports;
    const { client_email: email } = settings.identity;
    return [
      await service(ports, find),
      find.info(texts.due, { count: await countDueNotifications(db) }),
      find.info(texts.template, { template: settings.notifications.emailTemplate }),
      email === '' ? find.problem(texts.noIdentity) : find.ok(texts.identity, { email }),
    ];
  },
};

async function service({ mailHealth }: CasePorts, find: Finder): Promise<Finding> {
  const health = await mailHealth();
  const words = { address: MAIL_SERVICE, command: 'npm run mailer -- --check', env: '.env' };
  if (health.state === 'sends') return find.ok(texts.sends, words);
  if (health.state === 'fails') return find.problem(texts.fails, { ...words, cause: health.cause });
  return find.info(texts.silent, words);
}

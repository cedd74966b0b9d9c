import { troubleshootTexts } from '../../platform/texts/troubleshoot.ts';
import { countDueNotifications } from '../../storage/guide-queries.ts';
import type { KnownCase } from './finding.ts';

const texts = troubleshootTexts.mails;

/** "Emails non envoyés". */
export const mailsCase: KnownCase = {
  title: texts.title,
  async check({ db, settings }, find) {
    const { client_email: email } = settings.identity;
    return [
      find.info(texts.local, { env: '.env' }),
      find.info(texts.due, { count: await countDueNotifications(db) }),
      find.info(texts.template, { template: settings.notifications.emailTemplate }),
      email === '' ? find.problem(texts.noIdentity) : find.ok(texts.identity, { email }),
    ];
  },
};

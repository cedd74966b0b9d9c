import type { Translator } from '../platform/i18n.ts';
import { mailerTexts } from '../platform/texts/mailer.ts';
import type { MailerConfig } from './config.ts';
import { readSmtpFailure } from './outcome.ts';
import { createMailTransport } from './smtp.ts';

const texts = mailerTexts.check;

/** Tries the connection, sends nothing, and says what is wrong and what mends it. */
export async function checkConnection(
  { t }: Translator,
  config: MailerConfig,
): Promise<{ ok: boolean; lines: string[] }> {
  const smtp = `${config.smtp.host}:${String(config.smtp.port)}`;
  const transport = createMailTransport(config);
  try {
    await transport.verify();
    return { ok: true, lines: [t(texts.works, { smtp })] };
  } catch (error) {
    const { cause, detail } = readSmtpFailure(error);
    return { ok: false, lines: [t(texts.failed, { smtp }), t(texts.byCode[cause]), t(texts.said, { detail })] };
  } finally {
    transport.close();
  }
}

import type { Text } from '../../../../platform/i18n.ts';
import { clientMessageTexts } from '../../../../platform/texts/client-messages.ts';

export type MessageName = keyof typeof clientMessageTexts.body.byName;

/** The texts that one can begin with, in the order of a ticket's life. */
export const MESSAGE_NAMES = Object.keys(clientMessageTexts.body.byName).filter((name) => isMessageName(name));

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(clientMessageTexts.body.byName, name);
}

/** Subject and body as a link that opens the reader's own mail program. Clients do not learn of each other: they stand in `bcc`. */
export function mailAddress(recipients: readonly string[], subject: string, body: string): string {
  const fields = { bcc: recipients.join(','), subject, body: body.replaceAll('\n', '\r\n') };
  return `mailto:?${Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}

/** What stands in the list of texts, and what the client reads. */
export function messageTexts(name: MessageName): { title: Text; body: Text } {
  return { title: clientMessageTexts.title.byName[name], body: clientMessageTexts.body.byName[name] };
}

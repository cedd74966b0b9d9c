import { LOCAL_AUTHOR } from '../../core/history.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { Handlers } from '../../messages/router.ts';
import { allowRecipient } from '../../storage/allow-recipient.ts';
import { lockedSettings } from '../../storage/policy.ts';
import { settings as storedSettings } from '../../storage/queries.ts';
import { teamAuthor } from '../for-team.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';

const SETTING = 'notifications';

/** Whom messages may go to though a page named them. In a team its administrators decide. */
export function createAllowCommand(
  ports: Pick<MailPorts, 'db' | 'now' | 'newId'>,
  onChanged: () => void,
): Pick<Handlers, 'mail.allow'> {
  return {
    async 'mail.allow'({ id, to }) {
      const { db } = ports;
      if ((await lockedSettings(db)).includes(SETTING)) throw new MessageError('managed-setting', SETTING);
      const member = await teamAuthor(ports, SETTING);
      const { settings } = await storedSettings(db);
      const author = member?.author ?? (settings.identity.client_email || LOCAL_AUTHOR);
      const context = { id, now: isoNow(ports), author, onBehalfOf: '', settings };
      const failure = await allowRecipient(db, to, context, member !== null);
      if (failure !== null) throw new MessageError(failure.code, `${failure.key}: ${failure.detail}`);
      onChanged();
      return null;
    },
  };
}

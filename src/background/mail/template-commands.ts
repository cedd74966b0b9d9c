import { templateProblems } from '../../core/mail/render-mail.ts';
import { templateId } from '../../core/mail/template-id.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { Handlers } from '../../messages/router.ts';
import { restoreTemplate, saveTemplate } from '../../storage/mail-templates.ts';
import { teamAuthor } from '../for-team.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';

/** The team's own wording of mails. */
export function createTemplateCommands(
  ports: Pick<MailPorts, 'db' | 'now' | 'newId'>,
): Pick<Handlers, 'template.save' | 'template.restore'> {
  return {
    async 'template.save'({ type: _type, ...template }) {
      const [problem] = templateProblems(template);
      if (problem !== undefined) throw new MessageError('invalid-template', `${problem.part}: ${problem.detail}`);
      const row = { id: templateId(template), ...template, updated_at: isoNow(ports) };
      await saveTemplate(ports.db, row, await teamAuthor(ports, row.id));
      return null;
    },
    async 'template.restore'({ id }) {
      await restoreTemplate(ports.db, id, isoNow(ports), await teamAuthor(ports, id));
      return null;
    },
  };
}

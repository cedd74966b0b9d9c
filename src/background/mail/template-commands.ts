import { templateProblems } from '../../core/mail/render-mail.ts';
import { templateId } from '../../core/mail/template-id.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { Handlers } from '../../messages/router.ts';
import { restoreTemplate, saveTemplate } from '../../storage/mail-templates.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';

/** The team's own wording of mails. */
export function createTemplateCommands(
  ports: Pick<MailPorts, 'db' | 'now'>,
): Pick<Handlers, 'template.save' | 'template.restore'> {
  return {
    async 'template.save'({ type: _type, ...template }) {
      const [problem] = templateProblems(template);
      if (problem !== undefined) throw new MessageError('invalid-template', `${problem.part}: ${problem.detail}`);
      await saveTemplate(ports.db, { id: templateId(template), ...template, updated_at: isoNow(ports) });
      return null;
    },
    async 'template.restore'({ id }) {
      await restoreTemplate(ports.db, id);
      return null;
    },
  };
}

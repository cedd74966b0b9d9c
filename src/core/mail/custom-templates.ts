import type { NotificationTemplateRow } from '../rows.ts';
import { defaultTemplate } from './default-templates.ts';
import { MAIL_TEMPLATES, type MailTemplate, type MailTemplateName } from './mail-template.ts';
import { templateId, type TemplateKey } from './template-id.ts';

/** The wording that comes with Vigie; of a name of the team's own, that of new errors. */
export function originalOf({ name, audience, language }: TemplateKey): MailTemplate {
  return defaultTemplate(knownName(name) ?? 'error-detected', audience, language);
}

/**
 * The wording to use: the team's own, else the original. A name of the team's own that lacks this audience or language falls back to
 * new errors in the team's own wording, so that nobody is written to in a wrong language.
 */
export function wordingOf(custom: readonly NotificationTemplateRow[], key: TemplateKey): MailTemplate {
  const find = (id: string) => custom.find((row) => row.id === id);
  return (
    find(templateId(key)) ??
    (knownName(key.name) === null ? find(templateId({ ...key, name: 'error-detected' })) : undefined) ??
    originalOf(key)
  );
}

export function knownName(name: string): MailTemplateName | null {
  return MAIL_TEMPLATES.find((known) => known === name) ?? null;
}

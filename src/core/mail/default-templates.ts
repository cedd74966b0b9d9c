import { ENGLISH } from './default-templates-en.ts';
import { FRENCH } from './default-templates-fr.ts';
import type { MailAudience, MailLanguage, MailTemplate, MailTemplateName } from './mail-template.ts';

/** Every wording that comes with Vigie. */
export type DefaultTemplates = Record<MailTemplateName, Record<MailAudience, MailTemplate>>;

const DEFAULTS: Record<MailLanguage, DefaultTemplates> = { fr: FRENCH, en: ENGLISH };

export function defaultTemplate(name: MailTemplateName, audience: MailAudience, language: MailLanguage): MailTemplate {
  return DEFAULTS[language][name][audience];
}

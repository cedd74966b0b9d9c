import { ENGLISH } from './default-templates-en.ts';
import { FRENCH } from './default-templates-fr.ts';
import type { DefaultTemplates, MailAudience, MailLanguage, MailTemplate, MailTemplateName } from './mail-template.ts';

const DEFAULTS: Record<MailLanguage, DefaultTemplates> = { fr: FRENCH, en: ENGLISH };

export function defaultTemplate(name: MailTemplateName, audience: MailAudience, language: MailLanguage): MailTemplate {
  return DEFAULTS[language][name][audience];
}

import type { MailAudience, MailLanguage } from './mail-template.ts';

/** Which wording: templates of new errors can have names of the team's own. */
export interface TemplateKey {
  name: string;
  audience: MailAudience;
  language: MailLanguage;
}

export function templateId({ name, audience, language }: TemplateKey): string {
  return `${name}/${audience}/${language}`;
}

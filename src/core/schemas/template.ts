import * as v from 'valibot';
import { time } from '../fields.ts';
import type { NotificationTemplateRow } from '../rows.ts';

const part = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));

/** What a template consists of, beside its key. */
export const TEMPLATE_FIELDS = {
  name: v.pipe(v.string(), v.regex(/^[A-Za-z\d][A-Za-z\d_-]{0,79}$/)),
  audience: v.picklist(['client', 'admin']),
  language: v.picklist(['fr', 'en']),
  subject: part(1_000),
  text: part(50_000),
  html: part(200_000),
};

export const template: v.GenericSchema<unknown, NotificationTemplateRow> = v.object({
  id: part(200),
  ...TEMPLATE_FIELDS,
  updated_at: time,
});

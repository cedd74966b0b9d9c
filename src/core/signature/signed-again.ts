import { maskSignature } from '../redact/secrets.ts';
import type { ErrorLogRow } from '../rows.ts';
import { signatureOf } from './signature.ts';

/**
 * The signature that the present version of the algorithm gives a stored occurrence, from what is kept of its facts. What redaction
 * masked is masked here, too; a signature has neither.
 */
export function signedAgain({ error_type, message, source, stack_trace, metadata }: ErrorLogRow): string {
  const { browser, name, line, column, url, http, console_args } = metadata;
  const facts = { browser, error_type, message, name, source, line, column, stack: stack_trace, page_url: url };
  const { signature } = signatureOf({
    ...facts,
    ...(http === undefined ? {} : { http }),
    ...(console_args === undefined ? {} : { console_args }),
  });
  return maskSignature(signature);
}

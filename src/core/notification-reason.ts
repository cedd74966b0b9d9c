/**
 * Why a message is not sent (yet), as its row holds it: a code, and what was heard beside it if anything: "late",
 * "wrong-password: Invalid login: 535 5.7.8". The codes of the mail service are those of `src/mailer/outcome.ts`.
 */
export function writeReason(code: string, detail = ''): string {
  return detail === '' ? code : `${code}: ${detail}`;
}

/** The parts of a reason. What somebody else's program wrote is all detail. */
export function readReason(reason: string): { code: string; detail: string } {
  const [, code = '', detail = ''] = /^([a-z]+(?:-[a-z]+)*)(?:: ([\s\S]*))?$/.exec(reason) ?? ['', '', reason];
  return { code, detail };
}

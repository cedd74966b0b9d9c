import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmailRequest } from '../../src/mailer/email-request.ts';

const MAIL = { to: 'client@example.com', subject: 'Votre ticket V-7K3FQ2', text: 'Bonjour' };

describe('the body of POST /api/send-email', () => {
  it('is one mail to one person', () => {
    const full = { ...MAIL, id: 'n-1', name: 'Zoé Ünal 漢字', html: '<p>Bonjour</p>', thread: 'V-7K3FQ2' };
    expect(parseEmailRequest(full)).toEqual({ request: full });
    expect(parseEmailRequest(MAIL)).toEqual({ request: MAIL });
  });

  it.each([
    ['no object', 'mail', /Object/],
    ['nobody', { ...MAIL, to: '' }, /^to/],
    ['no address', { ...MAIL, to: 'client' }, /^to/],
    ['several addresses', { ...MAIL, to: 'a@example.com, b@example.com' }, /^to/],
    ['a list', { ...MAIL, to: ['a@example.com'] }, /^to/],
    ['no subject', { ...MAIL, subject: ' ' }, /^subject/],
    ['nothing to read', { to: MAIL.to, subject: 'x' }, /^text/],
    ['an unknown field', { ...MAIL, bcc: 'all@example.com' }, /bcc/],
    ['an id that could leave its header', { ...MAIL, id: 'a> b' }, /^id/],
    ['a body beyond all measure', { ...MAIL, text: 'x'.repeat(500_001) }, /^text/],
  ])('is refused with %s', (_name, value, problem) => {
    expect(parseEmailRequest(value)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('lets no line break or control character into a header', () => {
    const control = fc.constantFrom('\r\n', '\n', '\r', '\0', '\u2028', '\u0085'.slice(1) + '\u001B');
    fc.assert(
      fc.property(fc.string(), control, fc.string(), fc.constantFrom('subject', 'name', 'to'), (a, bad, b, field) => {
        const result = parseEmailRequest({ ...MAIL, [field]: `x${a}${bad}${b}x` });
        expect(result).toHaveProperty('problem');
      }),
    );
  });
});

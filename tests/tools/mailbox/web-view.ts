import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ParsedMail } from 'mailparser';
import { listPage, mailPage } from './pages.ts';

/** The pages of ours: their own styles, frames of this server, and nothing else. */
const PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** The mail itself, markup of whoever wrote it: styles as mail programs know them; no script, no request, no origin. */
const MAIL = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** Shows the mails: all of them at `/`, one at `/mails/N`, its HTML alone at `/mails/N/html`. */
export function answerMailbox(mails: readonly ParsedMail[], request: IncomingMessage, response: ServerResponse): void {
  // A page whose name was made to lead here (DNS rebinding) must not read mails.
  if (!/^127\.0\.0\.1:\d+$/.test(request.headers.host ?? '')) return send(response, 403, PAGE, '');
  const { pathname } = new URL(request.url ?? '/', 'http://mailbox');
  if (pathname === '/') return send(response, 200, PAGE, listPage(mails));
  const [, number = 0, part] = /^\/mails\/(\d{1,9})(\/html)?$/.exec(pathname) ?? [];
  const mail = mails[Number(number) - 1];
  if (mail === undefined) return send(response, 404, PAGE, '<!doctype html><title>404</title>');
  if (part === undefined) return send(response, 200, PAGE, mailPage(mail, Number(number)));
  return send(response, 200, MAIL, mail.html || '');
}

function send(response: ServerResponse, status: number, policy: string, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(html);
}

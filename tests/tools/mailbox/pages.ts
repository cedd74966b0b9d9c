import mustache from 'mustache';
import type { ParsedMail } from 'mailparser';
import { recipientOf } from './recipient.ts';

const HEAD = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>{{title}}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; overflow-wrap: anywhere; }
tr { border-bottom: 1px solid GrayText; } th { font-weight: 600; white-space: nowrap; }
iframe { width: 100%; height: 36rem; border: 1px solid GrayText; background: Canvas; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid GrayText; padding: 1rem; }
</style>`;

/** Looks again by itself: mails arrive while one watches. */
const LIST = `${HEAD}<meta http-equiv="refresh" content="3">
<h1>{{title}}</h1>
{{^mails}}<p>No mail yet. It goes out a moment after a ticket opens.</p>{{/mails}}
{{#any}}<table><thead><tr><th>To</th><th>Subject</th><th>At</th></tr></thead><tbody>{{/any}}
{{#mails}}<tr><td>{{to}}</td><td><a href="/mails/{{number}}">{{subject}}</a></td><td>{{at}}</td></tr>
{{/mails}}
{{#any}}</tbody></table>{{/any}}`;

const MAIL = `${HEAD}
<p><a href="/">All mails</a></p>
<h1>{{title}}</h1>
<h2>HTML</h2>
<iframe sandbox="" title="The mail as HTML" src="/mails/{{number}}/html"></iframe>
<h2>Text</h2>
<pre>{{text}}</pre>
<h2>Headers</h2>
<table>{{#headers}}<tr><th>{{name}}</th><td>{{value}}</td></tr>{{/headers}}</table>`;

/** The newest first. */
export function listPage(mails: readonly ParsedMail[]): string {
  const rows = mails.map((mail, index) => ({
    number: index + 1,
    to: recipientOf(mail),
    subject: mail.subject ?? '',
    at: mail.date?.toLocaleTimeString('en-GB') ?? '',
  }));
  return mustache.render(LIST, {
    title: `Mails (${mails.length})`,
    any: mails.length > 0,
    mails: rows.toReversed(),
  });
}

export function mailPage(mail: ParsedMail, number: number): string {
  const headers = mail.headerLines.map(({ key, line }) => ({ name: key, value: line.slice(key.length + 1).trim() }));
  return mustache.render(MAIL, { title: mail.subject ?? '', number, text: mail.text ?? '', headers });
}

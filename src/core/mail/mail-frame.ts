import mustache from 'mustache';
import type { MailLanguage } from './mail-template.ts';

/**
 * What stands around every mail. Tables and inline styles, because mail programs know little else (Outlook lays out with Word's engine);
 * the dark colours are for those that honour them (Apple Mail, iOS, Thunderbird), and the light ones are legible when others invert them.
 */
const FRAME = `<!doctype html>
<html lang="{{language}}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{subject}}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: #0b5cad; }
@media (prefers-color-scheme: dark) {
  .page { background: #12161c !important; }
  .sheet { background: #1b212a !important; color: #e8edf4 !important; border-color: #323b48 !important; }
  .quiet { color: #a3b0c0 !important; }
  .box { background: #12161c !important; color: #e8edf4 !important; border-color: #323b48 !important; }
  a { color: #8ec5ff !important; }
}
@media (max-width: 640px) { .sheet { border-radius: 0 !important; padding: 20px 16px !important; } }
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f5f9;">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f2f5f9;">
<tr><td align="center" style="padding:24px 0;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;table-layout:fixed;">
<tr><td class="sheet" style="background:#ffffff;border:1px solid #d5dde8;border-radius:8px;padding:28px 32px;color:#1a2330;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;word-break:break-word;overflow-wrap:anywhere;">
{{{body}}}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;

/** @param body HTML whose values are escaped already. */
export function framed(body: string, subject: string, language: MailLanguage): string {
  return mustache.render(FRAME, { body, subject, language });
}

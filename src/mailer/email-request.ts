import * as v from 'valibot';

/** One mail to one person, as `POST /api/send-email` takes it. */
export interface EmailRequest {
  /** Of the notification: the same id is the same mail, and is sent once. Absent: a mail of its own. */
  id?: string;
  to: string;
  /** The person's name, shown beside the address. */
  name?: string;
  subject: string;
  text?: string;
  html?: string;
  /** What the mail is about, such as a ticket's id: mails of one thread are one conversation. */
  thread?: string;
  /** Whether the person may say that they want no more of these. */
  unsubscribe?: boolean;
}

/** What no header may hold: a line break would begin a header of the sender's choice. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001F\u007F\u2028\u2029]/;

const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(longest),
    v.check((text) => !CONTROL.test(text), 'A line break or control character'),
  );
const body = v.pipe(v.string(), v.minLength(1), v.maxLength(500_000));
const name = v.pipe(v.string(), v.regex(/^[\w.:-]{1,200}$/));

const REQUEST: v.GenericSchema<unknown, EmailRequest> = v.pipe(
  v.strictObject({
    id: v.exactOptional(name),
    to: v.pipe(line(254), v.email()),
    name: v.exactOptional(line(200)),
    subject: line(998),
    text: v.exactOptional(body),
    html: v.exactOptional(body),
    thread: v.exactOptional(name),
    unsubscribe: v.exactOptional(v.boolean()),
  }),
  v.check(({ text, html }) => text !== undefined || html !== undefined, 'text: a mail needs "text" or "html"'),
);

/** The mail that a body asks for, or what is wrong with it: the field and why. */
export function parseEmailRequest(value: unknown): { request: EmailRequest } | { problem: string } {
  const result = v.safeParse(REQUEST, value);
  if (result.success) return { request: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { problem: (path === null ? issue.message : `${path}: ${issue.message}`).slice(0, 300) };
}

import { pathToFileURL } from 'node:url';
import { NOW, uuid } from '../core/samples.ts';
import { FakeTeam } from './fake-team.ts';

/*
 * Runs the function of docs/mail-service.md, whose file is the argument, as Supabase would: with a `Deno` of its own, a team's database and a
 * mail provider's API behind `fetch`. Prints what came of it as JSON.
 */

const SECRETS: Record<string, string> = {
  SUPABASE_URL: 'https://team.example',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_x',
  CRON_KEY: 'schedule',
  MAIL_API_URL: 'https://mails.example/emails',
  MAIL_API_KEY: 'key',
  MAIL_FROM: 'Support <support@gites.example>',
  MAIL_REPLY_TO: 'support@gites.example',
};

const team = new FakeTeam(Date.now);
const mails: unknown[] = [];
const settled: string[] = [];
const zones: unknown[] = [];
/** What the provider says to one mail after the other. */
const provider = [
  () => new Response('{}'),
  () => new Response('{}'),
  () => new Response('no such domain', { status: 422 }),
  () => {
    throw new Error('network');
  },
];
let serve: (request: Request) => Promise<Response> = () => Promise.reject(new Error('nothing is served'));

const answer: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const body: Record<string, unknown> = await request.clone().json();
  if (request.url === SECRETS['MAIL_API_URL']) {
    mails.push(body);
    return provider.shift()?.() ?? new Response('{}');
  }
  if ('zone' in body) zones.push(body['zone']);
  for (const { outcome } of Object(body['results'] ?? [])) {
    const { status, reason = '' } = Object(outcome);
    settled.push(`${String(status)} ${String(reason)}`);
  }
  return team.ask(input, init);
};

globalThis.fetch = answer;
Object.assign(globalThis, {
  Deno: {
    env: { get: (name: string) => SECRETS[name] },
    serve(handler: typeof serve) {
      serve = handler;
    },
  },
});

await import(pathToFileURL(process.argv[2] ?? '').href);

async function ring(key: string): Promise<number> {
  return (await serve(new Request('https://function.example', { method: 'POST', headers: { 'x-cron-key': key } })))
    .status;
}

team.add(1);
const entry = { event: 'created', number: 'V-7K3FQ2', title: 'x is not a function', project: 'Gîtes', at: NOW };
const entries = [{ id: uuid(10_009), ...entry }];
team.digests.push({ recipient: 'boss@example.org', until: NOW, language: 'auto', attempts: 1, entries });
const answers = [await ring('guessed'), await ring('schedule')];
for (const _ of provider.slice()) {
  team.add(1);
  answers.push(await ring('schedule'));
}
console.log(JSON.stringify({ answers, mails, settled, zones }));

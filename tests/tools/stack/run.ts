import { parseArgs } from 'node:util';
import { runToEnd } from '../../demo/lifetime.ts';
import { ROLES, startStack, type Stack } from './stack.ts';

/*
 * `npm run stack [-- --port N]`: a Supabase project for trying a team, until Ctrl-C. The port is the same every time, so that a browser that
 * was pointed at it need not be told again; what was stored is not kept.
 */

const { values } = parseArgs({ options: { port: { type: 'string', default: '54321' } } });

runToEnd(
  async (lifetime) => {
    const stack = await lifetime.start(startStack(Number(values.port)), (started) => started.close());
    console.log(told(stack));
    return new Promise(() => undefined);
  },
  () => {
    console.log('\nStopping …');
    return 0;
  },
);

function told({ url, key, members }: Stack): string {
  const width = Math.max(...ROLES.map((role) => members[role].email.length));
  const people = ROLES.map(
    (role) => `  ${role.padEnd(16)} ${members[role].email.padEnd(width)}  ${members[role].password}`,
  );
  return [
    '',
    `  Project URL      ${url}`,
    `  Publishable key  ${key}`,
    '',
    ...people,
    '',
    'In Vigie’s options, section “Team”: enter the URL and the key, then sign in as one of the three. Each browser that does shares',
    'tickets with the others. Press Ctrl-C here to stop; what was stored goes with it.',
  ].join('\n');
}

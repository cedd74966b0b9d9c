import { turnMailsOn } from './mails.ts';
import type { Stage } from './stage.ts';
import { joinTeam, OTHER_CLIENT, sitsThere } from './team.ts';

/** Two windows of one team, each with the site and its dashboard, and the mailbox. */
export async function show(stage: Stage): Promise<number> {
  const { sites, mailbox } = stage;
  const stack = await stage.openTeam();
  const mailer = await stage.startMailer({ SUPABASE_URL: stack.url, SUPABASE_SECRET_KEY: stack.secretKey });
  const [own, colleague] = [await stage.open(), await stage.open()];
  await joinTeam(own.dashboard, stack, stack.members.admin);
  await joinTeam(colleague.dashboard, stack, stack.members.agent);
  await turnMailsOn(own.dashboard, mailer);
  await sitsThere(colleague.dashboard, OTHER_CLIENT);
  await (await own.browser.newPage()).goto(mailbox.url);
  for (const { browser } of [colleague, own]) {
    const [first] = await browser.pages();
    const site = first ?? (await browser.newPage());
    await site.goto(sites.gites);
    await site.bringToFront();
  }
  console.log(
    [
      '',
      `  Booking site   ${sites.gites}`,
      `  Hosts' site    ${sites.hotes}`,
      `  Dashboard      ${own.dashboard.url()}`,
      `  Mails          ${mailbox.url}`,
      `  Team           ${stack.url}`,
      '',
      'Two windows belong to two members of one team. Press the buttons of the sites in either, watch the tickets come in both dashboards, and see',
      'the mails arrive. Close a browser, or press Ctrl-C here, to stop.',
    ].join('\n'),
  );
  await Promise.race(
    [own, colleague].map(({ browser }) => new Promise((resolve) => browser.once('disconnected', resolve))),
  );
  return 0;
}

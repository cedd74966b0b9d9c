import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build, buildFolder, isStale } from '../tools/build.ts';
import { ensureBrowser } from '../tools/find-browser.ts';
import { launchChromium } from '../tools/launch-chromium.ts';
import { ROOT } from '../tools/root.ts';
import { startMailbox } from '../tools/mailbox/mailbox.ts';
import { startMailerProcess } from '../tools/mailer-process.ts';
import { type Stack, startStack } from '../tools/stack/stack.ts';
import { ask } from './ask.ts';
import { pictureState, tabOf, takeCutOff, takeEveryScreen } from './every-screen.ts';
import { type Lifetime, runToEnd } from './lifetime.ts';
import { judgeMails, mailReport, turnMailsOn, waitForMails } from './mails.ts';
import { isMetAgain } from './expected.ts';
import { report } from './report.ts';
import { takeScreenshots, type Scene } from './screenshots.ts';
import { takeStorePictures } from './store-pictures.ts';
import { startSites } from './site-server.ts';
import { show } from './show.ts';
import type { Seat, Stage } from './stage.ts';
import { joinTeam, shareTickets } from './team.ts';
import { teamReport } from './team-verdict.ts';
import { takeTour, type TourResult } from './tour.ts';

const SCREENSHOTS = join(ROOT, '.output', 'screenshots');
const EVERY_SCREEN = join(ROOT, '.output', 'every-screen');
const STORE_PICTURES = join(ROOT, '.output', 'store');

/** Only what the stores show, in their sizes. */
const forStores = process.argv.includes('--store');

/** Every screen in every state, to be looked at. */
const ofEverything = process.argv.includes('--screenshots');

const headless =
  forStores ||
  ofEverything ||
  process.argv.includes('--headless') ||
  (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']);

runToEnd(demonstrate, (signal) => {
  console.log('\nStopping …');
  // With a screen, being stopped is how the demonstration ends; a tour cut short has shown nothing.
  return headless ? 128 + (signal === 'SIGINT' ? 2 : 15) : 0;
});

async function demonstrate(lifetime: Lifetime): Promise<number> {
  const executablePath = await ensureBrowser('chromium', say);
  if (isStale('chrome')) {
    say('Building the extension …');
    await build('chrome', { signal: lifetime.signal });
  }
  const sites = await lifetime.start(startSites(), (started) => started.close());
  const mailbox = await lifetime.start(startMailbox(), (started) => started.close());
  const open = async (): Promise<Seat> => {
    const options = { executablePath, extension: buildFolder('chrome'), headless };
    const chromium = await lifetime.start(launchChromium(options), (started) => started.close());
    const dashboard = await chromium.browser.newPage();
    await dashboard.goto(`chrome-extension://${chromium.extensionId}/dashboard.html`, { timeout: 0 });
    return { ...chromium, dashboard };
  };
  const openTeam = (): Promise<Stack> => lifetime.start(startStack(), (started) => started.close());
  const startMailer = async (env: Record<string, string> = {}): Promise<string> => {
    const mailer = await lifetime.start(startMailerProcess(mailbox.smtpPort, env), (started) => started.stop());
    return mailer.address;
  };
  say(`Starting ${executablePath}${headless ? ' without a window' : ''} …`);
  const stage = { sites, mailbox, open, openTeam, startMailer };
  return headless ? tour(stage) : show(stage);
}

async function tour(stage: Stage): Promise<number> {
  const { sites, mailbox } = stage;
  const { browser, extensionId, dashboard } = await stage.open();
  const nothing = { browser, extensionId, dashboard, ticketId: 'V-000000', errorId: 'none', tab: -1 };
  if (ofEverything) await pictureState(nothing, 'empty', EVERY_SCREEN);
  await turnMailsOn(dashboard, await stage.startMailer());
  say('Pressing every button of the demonstration sites …');
  const result = await takeTour(browser, sites, dashboard);
  console.log(report(result, sites));
  const tickets = result.backup.cm_support_tickets;
  await waitForMails(mailbox.mails, tickets);
  console.log(`\nMails received\n${mailReport(mailbox.mails)}`);
  const problems = [...result.problems, ...judgeMails(mailbox.mails, tickets)];
  const ticketId = result.findings.find(({ ticket }) => ticket)?.ticket?.id ?? '';
  const scene = { browser, extensionId, dashboard, page: result.page, ticketId };
  const errorId = result.findings.find(({ ticket }) => ticket)?.rows[0]?.id ?? '';
  const { folder, saved } = await takePictures(stage, scene, errorId);
  if (!forStores && !ofEverything) problems.push(...(await share(stage, dashboard, result)));
  const captured = result.backup.cm_error_logs.length;
  console.log(`\n${captured} errors captured, ${tickets.length} tickets, ${mailbox.mails.length} mails.`);
  console.log(`${saved.length} screenshots in ${relative(ROOT, folder)}/`);
  if (problems.length === 0) return 0;
  console.error(`\n${problems.length} of the expectations failed:`);
  for (const problem of problems) console.error(`  - ${problem}`);
  return 1;
}

async function takePictures(stage: Stage, scene: Scene, errorId: string): Promise<{ folder: string; saved: string[] }> {
  if (forStores) return { folder: STORE_PICTURES, saved: await takeStorePictures(scene, STORE_PICTURES) };
  if (!ofEverything) return { folder: SCREENSHOTS, saved: await takeScreenshots(scene, SCREENSHOTS) };
  const full = { ...scene, errorId, tab: await tabOf(scene) };
  const saved = await takeEveryScreen(full, EVERY_SCREEN);
  await cutOff(stage, scene.dashboard);
  return { folder: EVERY_SCREEN, saved: [...saved, ...(await takeCutOff(full, EVERY_SCREEN))] };
}

/** This browser joins a team as one who may change little there, whose project then does not answer any more. */
async function cutOff({ openTeam }: Stage, dashboard: Page): Promise<void> {
  const team = await openTeam();
  await joinTeam(dashboard, team, team.members.reporter);
  await ask(dashboard, { type: 'team.sync' });
  await team.close();
  await ask(dashboard, { type: 'team.sync' });
}

/** What the tour found is shared with a second browser. Resolves to what went wrong. */
async function share(stage: Stage, dashboard: Page, { findings }: TourResult): Promise<string[]> {
  say('\nA colleague joins at a second browser …');
  const [stack, colleague] = [await stage.openTeam(), await stage.open()];
  const common = findings.flatMap(({ expected, ticket }) => (ticket && isMetAgain(expected) ? [ticket.id] : []));
  const { backup, problems } = await shareTickets({
    sites: stage.sites,
    stack,
    pages: [dashboard, colleague.dashboard],
    colleague: colleague.browser,
    common,
  });
  console.log(
    `\n${backup.cm_support_tickets.length} tickets in both browsers; with clients of both:\n${teamReport(backup, common)}`,
  );
  return problems;
}

function say(text: string): void {
  console.log(text);
}

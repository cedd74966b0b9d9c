import { join, relative } from 'node:path';
import { build, buildFolder, isStale } from '../tools/build.ts';
import { ensureBrowser } from '../tools/find-browser.ts';
import { type LaunchedChromium, launchChromium } from '../tools/launch-chromium.ts';
import { ROOT } from '../tools/root.ts';
import { type Mailbox, startMailbox } from '../tools/mailbox/mailbox.ts';
import { startMailerProcess } from '../tools/mailer-process.ts';
import { type Lifetime, runToEnd } from './lifetime.ts';
import { judgeMails, mailReport, turnMailsOn, waitForMails } from './mails.ts';
import { report } from './report.ts';
import { takeScreenshots } from './screenshots.ts';
import { takeStorePictures } from './store-pictures.ts';
import { type DemoSites, startSites } from './site-server.ts';
import { takeTour } from './tour.ts';

const SCREENSHOTS = join(ROOT, '.output', 'screenshots');
const STORE_PICTURES = join(ROOT, '.output', 'store');

/** Only what the stores show, in their sizes. */
const forStores = process.argv.includes('--store');

const headless =
  forStores ||
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
  const mailer = await lifetime.start(startMailerProcess(mailbox.smtpPort), (started) => started.stop());
  say(`Starting ${executablePath}${headless ? ' without a window' : ''} …`);
  const chromium = await lifetime.start(
    launchChromium({ executablePath, extension: buildFolder('chrome'), headless }),
    (started) => started.close(),
  );
  const stage = { sites, mailbox, mailer: mailer.address };
  return headless ? tour(chromium, stage) : show(chromium, stage);
}

/** What the browser is shown. */
interface Stage {
  sites: DemoSites;
  mailbox: Mailbox;
  /** Address of the mail service. */
  mailer: string;
}

async function tour({ browser, extensionId }: LaunchedChromium, { sites, mailbox, mailer }: Stage): Promise<number> {
  const dashboard = await browser.newPage();
  await dashboard.goto(`chrome-extension://${extensionId}/dashboard.html`, { timeout: 0 });
  await turnMailsOn(dashboard, mailer);
  say('Pressing every button of the demonstration sites …');
  const result = await takeTour(browser, sites, dashboard);
  console.log(report(result, sites));
  const tickets = result.backup.cm_support_tickets;
  await waitForMails(mailbox.mails, tickets);
  console.log(`\nMails received\n${mailReport(mailbox.mails)}`);
  const problems = [...result.problems, ...judgeMails(mailbox.mails, tickets)];
  const ticketId = result.findings.find(({ ticket }) => ticket)?.ticket?.id ?? '';
  const scene = { browser, extensionId, dashboard, page: result.page, ticketId };
  const folder = forStores ? STORE_PICTURES : SCREENSHOTS;
  const saved = await (forStores ? takeStorePictures : takeScreenshots)(scene, folder);
  const captured = result.backup.cm_error_logs.length;
  console.log(`\n${captured} errors captured, ${tickets.length} tickets, ${mailbox.mails.length} mails.`);
  console.log(`${saved.length} screenshots in ${relative(ROOT, folder)}/`);
  if (problems.length === 0) return 0;
  console.error(`\n${problems.length} of the expectations failed:`);
  for (const problem of problems) console.error(`  - ${problem}`);
  return 1;
}

async function show({ browser, extensionId }: LaunchedChromium, { sites, mailbox, mailer }: Stage): Promise<number> {
  const dashboard = `chrome-extension://${extensionId}/dashboard.html`;
  const [first] = await browser.pages();
  const site = first ?? (await browser.newPage());
  await site.goto(sites.gites);
  const own = await browser.newPage();
  await own.goto(dashboard);
  await turnMailsOn(own, mailer);
  await (await browser.newPage()).goto(mailbox.url);
  await site.bringToFront();
  console.log(
    [
      '',
      `  Booking site   ${sites.gites}`,
      `  Hosts' site    ${sites.hotes}`,
      `  Dashboard      ${dashboard}`,
      `  Mails          ${mailbox.url}`,
      '',
      'Press the buttons of the sites, watch the dashboard, and see the mails arrive. Close the browser, or press Ctrl-C here, to stop.',
    ].join('\n'),
  );
  await new Promise((resolve) => browser.once('disconnected', resolve));
  return 0;
}

function say(text: string): void {
  console.log(text);
}

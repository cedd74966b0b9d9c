import type { Page } from 'puppeteer-core';
import type { LaunchedChromium } from '../tools/launch-chromium.ts';
import type { Mailbox } from '../tools/mailbox/mailbox.ts';
import type { Stack } from '../tools/stack/stack.ts';
import type { DemoSites } from './site-server.ts';

/** A browser with the extension, and a page of the extension in it. */
export interface Seat extends LaunchedChromium {
  dashboard: Page;
}

/** What a demonstration is made of; what it starts ends with it. */
export interface Stage {
  sites: DemoSites;
  mailbox: Mailbox;
  open: () => Promise<Seat>;
  openTeam: () => Promise<Stack>;
  /** Resolves to the address of the mail service. */
  startMailer: (env?: Record<string, string>) => Promise<string>;
}

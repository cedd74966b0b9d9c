import type { BackgroundPorts } from './background-ports.ts';
import { createRuleTests } from './account/rule-tests.ts';
import { createCommands } from './commands.ts';
import type { Icons } from './icons.ts';
import { createAllowCommand } from './mail/allow-command.ts';
import { createTemplateCommands } from './mail/template-commands.ts';
import { createPreviews } from './previews.ts';
import type { Sites } from './sites/sites.ts';
import { createTicketCommands } from './tickets/ticket-commands.ts';

interface ChangeParts {
  /** What capture works with is out of date. */
  onChanged: () => void;
  sites: Sites;
  icons: Icons;
}

/** What the extension's own pages may ask for. */
export function ownPageHandlers(ports: BackgroundPorts, { onChanged, sites, icons }: ChangeParts) {
  const { db, now, tab, later } = ports;
  const commands = createCommands({
    db,
    now,
    newId: ports.newId,
    onChanged,
    async onSiteChanged(before, after) {
      await Promise.all([sites.changed(before, after), icons.show()]);
    },
    onErased: () => icons.show(),
    onSitesChanged: () => sites.refresh(),
  });
  return {
    ...commands,
    ...createTicketCommands(ports),
    ...createPreviews(db),
    ...createTemplateCommands({ db, now, newId: ports.newId }),
    ...createAllowCommand({ db, now, newId: ports.newId }, onChanged),
    ...createRuleTests({ db, reader: ports.pages, tab, later }),
  };
}

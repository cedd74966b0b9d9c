import { useState } from 'preact/hooks';
import { popupTexts } from '../../platform/texts/popup.ts';
import { groupsOfProject, groupsOfTab } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { FieldError } from '../design/field.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useTranslator } from '../shell/language.tsx';
import { dashboardHref, monitoringHash } from '../shell/links.ts';
import { ReadFailed } from '../shell/read-failed.tsx';
import { IgnoreDialog } from '../triage/ignore-dialog.tsx';
import { ErrorList, type PopupRow } from './error-list.tsx';
import { useItemKeys } from './use-item-keys.ts';
import { useTriage } from './use-triage.ts';

/** More than this is for the dashboard. */
const LIMIT = 20;

interface PopupLists {
  tab: PopupRow[];
  tabComplete: boolean;
  site: PopupRow[];
  siteComplete: boolean;
}

/** The tab's errors, and those of its site that the tab did not produce; each list newest first. */
async function readLists(tab: number, project: string | null): Promise<PopupLists> {
  const ofTab = await groupsOfTab(db, tab, LIMIT);
  // As many more as the tab may account for, so that leaving those out does not empty the list.
  const ofSite = project === null ? [] : await groupsOfProject(db, project, LIMIT * 2);
  const here = new Set(ofTab.map(keyOf));
  const others = ofSite.filter((group) => !here.has(keyOf(group)));
  return {
    tab: ofTab.map((group) => ({ key: keyOf(group), at: group.tab_last_seen, count: group.tab_count, group })),
    tabComplete: ofTab.length < LIMIT,
    site: others
      .slice(0, LIMIT)
      .map((group) => ({ key: keyOf(group), at: group.last_seen, count: group.count, group })),
    siteComplete: ofSite.length < LIMIT * 2 && others.length <= LIMIT,
  };
}

function keyOf({ project, signature }: { project: string; signature: string }): string {
  return `${project} ${signature}`;
}

interface PopupErrorsProps {
  tab: number;
  project: string | null;
  /** Where nothing is captured, an empty list would promise what cannot come. */
  watched: boolean;
}

/** What went wrong in this tab, then elsewhere on its site. */
export function PopupErrors({ tab, project, watched }: PopupErrorsProps) {
  const live = useLiveQuery(() => readLists(tab, project), [tab, project]);
  if (live.state === 'failed') return <ReadFailed {...live} />;
  if (live.state === 'loading') return <Skeleton lines={5} />;
  return <Lists lists={live.data} project={project} watched={watched} />;
}

function Lists({ lists, project, watched }: Omit<PopupErrorsProps, 'tab'> & { lists: PopupLists }) {
  const { t } = useTranslator();
  const triage = useTriage();
  const [chosen, choose] = useState<string | null>(null);
  useItemKeys();
  const rows = [...lists.tab, ...lists.site];
  const selected = rows.some(({ key }) => key === chosen) ? chosen : (rows[0]?.key ?? null);
  const selection = { selected, onSelect: choose, triage };
  return (
    <>
      <div role="alert">
        <FieldError text={triage.failure} />
      </div>
      {(watched || lists.tab.length > 0) && (
        <ErrorList
          {...selection}
          title={t(popupTexts.thisTab.title)}
          empty={t(popupTexts.thisTab.empty)}
          rows={lists.tab}
          complete={lists.tabComplete}
        />
      )}
      {project !== null && (watched || lists.site.length > 0) && (
        <>
          <ErrorList
            {...selection}
            title={t(popupTexts.elsewhere.title)}
            empty={t(popupTexts.elsewhere.empty)}
            rows={lists.site}
            complete={lists.siteComplete}
          />
          <p>
            <a href={dashboardHref(monitoringHash({ site: project }))} target="_blank" rel="noopener">
              {t(popupTexts.elsewhere.all)}
            </a>
          </p>
        </>
      )}
      {triage.ignoring !== null && <IgnoreDialog id={triage.ignoring} onClose={triage.stopIgnoring} />}
    </>
  );
}

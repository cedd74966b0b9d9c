import { useState } from 'preact/hooks';
import { popupTexts } from '../../platform/texts/popup.ts';
import { FieldError } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { dashboardHref, monitoringHash } from '../shell/links.ts';
import { IgnoreDialog } from '../triage/ignore-dialog.tsx';
import { ErrorList } from './error-list.tsx';
import type { PopupLists } from './read-lists.ts';
import { useItemKeys } from './use-item-keys.ts';
import { useTriage } from './use-triage.ts';

interface PopupErrorsProps {
  lists: PopupLists;
  project: string | null;
  /** Where nothing is captured, an empty list would promise what cannot come. */
  watched: boolean;
}

/** What went wrong in this tab, then elsewhere on its site. */
export function PopupErrors({ lists, project, watched }: PopupErrorsProps) {
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

import { FlaskConical } from 'lucide-preact';
import type { ProjectAddress } from '../../../core/sync/project-address.ts';
import { teamTexts as texts } from '../../../platform/texts/team.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { TeamInput } from './team-input.tsx';
import { TeamTestResult, useTeamTest } from './team-test.tsx';

interface ProjectFieldsProps {
  project: ProjectAddress;
  /** An administrator has chosen the project: it can only be read. */
  kept: boolean;
  onChange: (change: Partial<ProjectAddress>) => void;
}

/** Which project it is, and whether it works. */
export function ProjectFields({ project: { url, key }, kept, onChange }: ProjectFieldsProps) {
  const { t } = useTranslator();
  const test = useTeamTest();
  return (
    <>
      {kept && (
        <Notice tone="info">
          <p>{t(texts.kept)}</p>
        </Notice>
      )}
      <TeamInput
        label={texts.url}
        hint={texts.urlHint}
        type="url"
        readOnly={kept}
        value={url}
        onInput={(to) => onChange({ url: to })}
      />
      <TeamInput
        label={texts.key}
        hint={texts.keyHint}
        readOnly={kept}
        value={key}
        onInput={(to) => onChange({ key: to })}
      />
      <p class="form-actions">
        <Button icon={FlaskConical} busy={test.busy} onClick={() => test.run({ url, key })}>
          {t(texts.test)}
        </Button>
      </p>
      <TeamTestResult test={test} />
    </>
  );
}

import { Pencil, Trash2 } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { ignoreTexts as texts } from '../../../platform/texts/ignore.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { type CommandState, failureSentence, useCommand } from '../../data/use-command.ts';
import { useFocusBack } from '../../data/use-focus-back.ts';
import { Button } from '../../design/button.tsx';
import { Captured } from '../../design/captured.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { draftOf, nameOf, type OwnRule } from '../../ignore/ignore-draft.ts';
import { addIgnoreRule, removeIgnoreRule } from '../../ignore/add-rule.ts';
import { changeIgnore } from '../../ignore/change-ignore.ts';
import { IgnoreForm } from '../../ignore/ignore-form.tsx';
import { withRule } from '../../ignore/with-rule.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** One ignore rule of the person's own: on or off, edited, removed. */
export function OwnRuleItem({ rule }: { rule: OwnRule }) {
  const { t } = useTranslator();
  const announce = useAnnounce();
  const [editing, setEditing] = useState(false);
  const [state, run] = useCommand();
  const editId = useId();
  useFocusBack(editing, editId);
  const draft = draftOf(rule);
  const name = oneLine(nameOf(rule), 80);
  const save = async (next: OwnRule) => {
    await changeIgnore((now) => ({
      ...now,
      rules: now.rules.map((each) => (each.id === rule.id ? { ...next, enabled: each.enabled } : each)),
    }));
    setEditing(false);
  };
  const remove = () =>
    run(async () => {
      await removeIgnoreRule(rule.id);
      announce(t(texts.removed), () => addIgnoreRule(rule));
    });
  if (editing && draft) {
    return (
      <li class="site-item">
        <IgnoreForm initial={draft} id={rule.id} save={save} cancel={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li class="site-item">
      <label class="check">
        <input
          type="checkbox"
          checked={rule.enabled}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            run(() => changeIgnore((now) => withRule(now, rule.id, on)));
          }}
        />
        <Captured text={name} />
      </label>
      <RuleCondition rule={rule} />
      <RuleActions
        editId={editId}
        name={name}
        edit={draft ? () => setEditing(true) : undefined}
        state={state}
        remove={remove}
      />
    </li>
  );
}

/** The rule in words: which kinds, where it looks, and for what. */
function RuleCondition({ rule: { match } }: { rule: OwnRule }) {
  const { t } = useTranslator();
  const { types = [], contains, pattern } = match;
  return (
    <ul class="hits-list small muted">
      {types.length > 0 && <li>{types.map((type) => t(vocabulary.errorType[type])).join(', ')}</li>}
      {contains && (
        <li>
          {t(texts.form.fields[contains.field])} {t(texts.form.hows.contains)}{' '}
          <Captured text={contains.text} limit={200} />
        </li>
      )}
      {pattern && (
        <li>
          {t(texts.form.fields[pattern.field])} {t(texts.form.hows.pattern)}{' '}
          <code>
            <Captured text={pattern.source} limit={200} />
          </code>
        </li>
      )}
    </ul>
  );
}

interface RuleActionsProps {
  editId: string;
  name: string;
  /** Absent when the form has no room for the rule. */
  edit: (() => void) | undefined;
  state: CommandState;
  remove: () => void;
}

function RuleActions({ editId, name, edit, state, remove }: RuleActionsProps) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <div class="form-actions">
      {edit && (
        <Button id={editId} size="small" icon={Pencil} aria-label={t(texts.editRule, { rule: name })} onClick={edit}>
          {t(texts.edit)}
        </Button>
      )}
      <Button
        size="small"
        kind="danger"
        icon={Trash2}
        busy={state.state === 'busy'}
        aria-label={t(texts.removeRule, { rule: name })}
        onClick={remove}
      >
        {t(texts.remove)}
      </Button>
      <span role="status" class="field-error">
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </span>
    </div>
  );
}

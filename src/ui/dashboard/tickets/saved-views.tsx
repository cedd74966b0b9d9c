import { BookmarkPlus, BookmarkX } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../core/settings.ts';
import { send } from '../../../messages/client.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { CommandDialog } from '../../design/command-dialog.tsx';
import { FieldError, TextField } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { TICKETS } from '../../shell/links.ts';
import { useOwnName, useSettings } from '../../shell/stored-settings.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { NOBODY } from './ticket-filter.ts';

type View = Settings['ticketViews'][number];

const texts = ticketListTexts.views;

function save(value: View[]): Promise<unknown> {
  return send({ type: 'settings.save', key: 'ticketViews', value });
}

/** Lists of tickets by name: some that everybody needs, and one's own. @param query filters and order of the present list. */
export function SavedViews({ query }: { query: string }) {
  const { t } = useTranslator();
  const settings = useSettings();
  const me = useOwnName();
  if (settings.state !== 'ready') return <div class="views" />;
  const { ticketViews: own } = settings.data;
  const current = own.find((view) => view.query === query);
  const link = (key: string, name: string, to: string) => (
    <a key={key} class="view" href={`${TICKETS}?${to}`} aria-current={to === query ? 'true' : undefined}>
      {name}
    </a>
  );
  return (
    <div class="views">
      <nav class="views" aria-label={t(texts.title)}>
        {me !== '' && link('mine', t(texts.mine), new URLSearchParams({ assignee: me }).toString())}
        {link('unassigned', t(texts.unassigned), new URLSearchParams({ assignee: NOBODY }).toString())}
        {link('ending', t(texts.endingSoon), 'sort=monitoring')}
        {own.map((view) => link(view.id, oneLine(view.name, 80), view.query))}
      </nav>
      {current ? <RemoveView view={current} own={own} /> : query !== '' && <SaveView query={query} own={own} />}
    </div>
  );
}

function SaveView({ query, own }: { query: string; own: View[] }) {
  const { t } = useTranslator();
  const [asked, ask] = useState(false);
  useShortcuts([{ keys: '', label: t(texts.save), run: () => ask(true) }]);
  return (
    <>
      <Button kind="quiet" size="small" icon={BookmarkPlus} onClick={() => ask(true)}>
        {t(texts.save)}
      </Button>
      {asked && <SaveDialog query={query} own={own} onClose={() => ask(false)} />}
    </>
  );
}

function SaveDialog({ query, own, onClose }: { query: string; own: View[]; onClose: () => void }) {
  const { t } = useTranslator();
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = () => {
    const given = name.trim();
    if (given === '') return setProblem(t(texts.missing));
    const view = { id: crypto.randomUUID(), name: given, query };
    return run(async () => {
      await save([...own, view]);
      announce(t(texts.saved, { name: given }));
      onClose();
    });
  };
  return (
    <CommandDialog
      title={t(texts.save)}
      submit={t(commonTexts.save)}
      state={state}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t(texts.name)} hint={t(texts.saveHint)} value={name} maxLength={80} onChange={setName} />
    </CommandDialog>
  );
}

function RemoveView({ view, own }: { view: View; own: View[] }) {
  const translator = useTranslator();
  const { t } = translator;
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const { name } = view;
  const remove = () =>
    run(async () => {
      await save(own.filter(({ id }) => id !== view.id));
      announce(t(texts.removed, { name }), () => save(own));
    });
  return (
    <>
      <Button kind="quiet" size="small" icon={BookmarkX} busy={state.state === 'busy'} onClick={remove}>
        {t(texts.remove, { name: oneLine(name, 40) })}
      </Button>
      <div role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </div>
    </>
  );
}

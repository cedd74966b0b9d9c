import { Bug, SquareChevronRight, Ticket } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { paletteTexts as texts } from '../../../platform/texts/palette.ts';
import { usePreview } from '../../data/use-preview.ts';
import { CapturedLine } from '../../design/captured.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Icon } from '../../design/icon.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { useTranslator } from '../../shell/language.tsx';
import type { Shortcut } from '../../shortcuts/registry.ts';
import { commandsNamed, rowsNamed, type Entry } from './entries.ts';

const ICONS = { command: SquareChevronRight, ticket: Ticket, error: Bug } as const;
/** Shortest text that tickets and errors are looked for by. */
const SHORTEST = 2;

interface CommandPaletteProps {
  /** What could be done when it was opened. */
  shortcuts: readonly Shortcut[];
  onClose: () => void;
}

/** One field for everything that has a name: commands of this screen and of all, tickets, errors. */
export function CommandPalette({ shortcuts, onClose }: CommandPaletteProps) {
  const { t } = useTranslator();
  const [q, setQ] = useState('');
  const [chosen, choose] = useState(0);
  const list = useId();
  const searched = q.trim();
  const rows = usePreview(searched.length < SHORTEST ? null : searched, () => rowsNamed(searched));
  const entries = [...commandsNamed(shortcuts, searched), ...(rows.state === 'ready' ? rows.data : [])];
  const place = Math.min(chosen, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    // The focus is back where it was by then, and a command may be about the row there.
    setTimeout(entry.run);
  };
  return (
    <Dialog title={t(texts.title)} onClose={onClose} wide>
      <Field
        value={q}
        list={list}
        place={place}
        count={entries.length}
        onType={(text) => {
          setQ(text);
          choose(0);
        }}
        onMove={choose}
        onEnter={() => run(entries[place])}
      />
      <ul id={list} class="palette" role="listbox" aria-label={t(texts.results)}>
        {entries.map((entry, index) => (
          <Option
            key={entry.key}
            id={`${list}-${index}`}
            entry={entry}
            chosen={index === place}
            run={() => run(entry)}
          />
        ))}
      </ul>
      {entries.length === 0 && <p class="muted">{t(texts.none)}</p>}
      <p class="visually-hidden" role="status">
        {t(texts.count, { count: entries.length })}
      </p>
    </Dialog>
  );
}

interface FieldProps {
  value: string;
  /** Id of the list of results; those of its options follow from it. */
  list: string;
  /** Index of the chosen result, of so many. */
  place: number;
  count: number;
  onType: (text: string) => void;
  onMove: (place: number) => void;
  onEnter: () => void;
}

/** Keeps the focus while arrows go through the results. */
function Field({ value, list, place, count, onType, onMove, onEnter }: FieldProps) {
  const { t } = useTranslator();
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') onEnter();
    else if (step !== undefined && count > 0) onMove((place + step + count) % count);
    else return;
    event.preventDefault();
  };
  return (
    <input
      class="input"
      type="text"
      role="combobox"
      aria-label={t(texts.label)}
      aria-expanded={count > 0}
      aria-controls={list}
      aria-autocomplete="list"
      aria-activedescendant={count > 0 ? `${list}-${place}` : undefined}
      autoComplete="off"
      spellcheck={false}
      maxLength={200}
      placeholder={t(texts.label)}
      value={value}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
      onKeyDown={press}
    />
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  chosen: boolean;
  run: () => void;
}

function Option({ id, entry: { kind, text, keys }, chosen, run }: OptionProps) {
  const { t } = useTranslator();
  const seen = (option: HTMLLIElement | null) => {
    if (chosen) option?.scrollIntoView({ block: 'nearest' });
  };
  return (
    // The keys are heard by the field, which keeps the focus.
    <li id={id} ref={seen} class="palette-option" role="option" aria-selected={chosen} onClick={run}>
      <Icon of={ICONS[kind]} />
      <span class="visually-hidden">{t(texts.kinds.byName[kind])}</span>
      <span class="palette-text">
        <CapturedLine text={text} />
      </span>
      {keys !== undefined && <Kbd keys={keys} />}
    </li>
  );
}

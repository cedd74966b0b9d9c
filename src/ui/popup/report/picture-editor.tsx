import { Crop, SquareDashed, SquareX, Trash2, Undo2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { reportTexts } from '../../../platform/texts/report.ts';
import { Button } from '../../design/button.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { middleArea, type Area } from './area.ts';
import { blackened, cropped } from './drawing.ts';
import { PictureView } from './picture-view.tsx';

interface PictureEditorProps {
  /** How the picture became what it is, the present state last. */
  states: readonly HTMLCanvasElement[];
  onChange: (states: readonly HTMLCanvasElement[]) => void;
}

const texts = reportTexts.picture;

/** The picture before it is kept: parts of it are blackened, or cut off. What is taken away here is in no file. */
export function PictureEditor({ states, onChange }: PictureEditorProps) {
  const { t } = useTranslator();
  const [area, setArea] = useState<Area | null>(null);
  const picture = states.at(-1);
  if (picture === undefined) return null;
  const apply = (change: (picture: HTMLCanvasElement, area: Area) => HTMLCanvasElement) => {
    if (area === null) return;
    onChange([...states, change(picture, area)]);
    setArea(null);
  };
  const back = () => {
    setArea(null);
    onChange(states.slice(0, -1));
  };
  return (
    <div class="picture">
      <PictureView picture={picture} area={area} onArea={setArea} />
      <p class="muted small" role="status">
        {area === null ? t(texts.choose) : t(texts.chosen, { width: area.width, height: area.height })}
      </p>
      <div class="button-row">
        {area === null ? (
          <Button size="small" icon={SquareDashed} onClick={() => setArea(middleArea(picture))}>
            {t(texts.middle)}
          </Button>
        ) : (
          <>
            <Button size="small" icon={SquareX} onClick={() => apply(blackened)}>
              {t(texts.hide)}
            </Button>
            <Button size="small" icon={Crop} onClick={() => apply(cropped)}>
              {t(texts.crop)}
            </Button>
          </>
        )}
        {states.length > 1 && (
          <Button size="small" icon={Undo2} onClick={back}>
            {t(texts.undo)}
          </Button>
        )}
        <Button size="small" kind="quiet" icon={Trash2} onClick={() => onChange([])}>
          {t(texts.remove)}
        </Button>
      </div>
    </div>
  );
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { reportTexts } from '../../../platform/texts/report.ts';
import { useTranslator } from '../../shell/language.tsx';
import { areaBetween, middleArea, movedArea, resizedArea, type Area, type Point } from './area.ts';

interface PictureViewProps {
  picture: HTMLCanvasElement;
  area: Area | null;
  onArea: (area: Area | null) => void;
}

/** Pixels of the picture for one press of an arrow key. */
const STEP = 10;

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/**
 * The picture, in which one chooses an area: by dragging, by a click on each of two corners (whoever cannot drag), or with the arrow
 * keys, which move it, and with Shift its size.
 */
export function PictureView({ picture, area, onArea }: PictureViewProps) {
  const { t } = useTranslator();
  const place = useRef<HTMLDivElement>(null);
  const corner = useRef<Point | null>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(picture);
  }, [picture]);
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    return { x: ((clientX - left) / width) * picture.width, y: ((clientY - top) / height) * picture.height };
  };
  const begin = (event: JSX.TargetedPointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    if (corner.current === null) corner.current = pointOf(event);
    else finish(event);
  };
  const drag = (event: PointerEvent) => {
    if (corner.current !== null) onArea(areaBetween(corner.current, pointOf(event), picture));
  };
  const finish = (event: PointerEvent) => {
    if (corner.current === null) return;
    const found = areaBetween(corner.current, pointOf(event), picture);
    onArea(found);
    // A mere click is the first corner; the second one follows.
    if (found !== null) corner.current = null;
  };
  const move = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const start = area ?? middleArea(picture);
    onArea((event.shiftKey ? resizedArea : movedArea)(start, by, picture));
  };
  return (
    <div
      class="picture-frame"
      role="application"
      tabIndex={0}
      aria-label={t(reportTexts.picture.label)}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={finish}
      onKeyDown={move}
    >
      <div ref={place} />
      {area !== null && <div class="picture-area" style={partOf(area, picture)} />}
    </div>
  );
}

function partOf({ x, y, width, height }: Area, picture: HTMLCanvasElement): JSX.CSSProperties {
  const across = (value: number) => `${(value / picture.width) * 100}%`;
  const down = (value: number) => `${(value / picture.height) * 100}%`;
  return { left: across(x), top: down(y), width: across(width), height: down(height) };
}

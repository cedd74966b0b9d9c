import { PICTURE_LIMIT, PICTURE_TYPES, type Picture } from '../../../core/attachment.ts';
import { browser } from '../../../platform/browser.ts';
import { fitted, type Area, type Size } from './area.ts';

/** The longest side that is kept, in pixels: text stays readable. */
const LONGEST = 1_600;
const QUALITIES = [0.85, 0.6];

/**
 * What the tab shows now. The browser allows it because its user has just clicked the icon.
 *
 * @throws where the tab is not in sight, or the browser does not allow it.
 */
export async function drawTab(tab: number): Promise<HTMLCanvasElement> {
  const { active, windowId } = await browser.tabs.get(tab);
  if (!active) throw new Error('The tab is not in sight');
  const image = new Image();
  image.src = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  await image.decode();
  return drawn({ width: image.naturalWidth, height: image.naturalHeight }, LONGEST, image);
}

/** Without what is outside of the area. */
export function cropped(picture: HTMLCanvasElement, area: Area): HTMLCanvasElement {
  const { canvas, pen } = sheet(area);
  pen.drawImage(picture, -area.x, -area.y);
  return canvas;
}

/** With the area blackened. Not blurred: a blurred word can be found out again. */
export function blackened(picture: HTMLCanvasElement, { x, y, width, height }: Area): HTMLCanvasElement {
  const { canvas, pen } = sheet(picture);
  pen.drawImage(picture, 0, 0);
  pen.fillStyle = '#111';
  pen.fillRect(x, y, width, height);
  return canvas;
}

/** The picture as it is kept, as good as fits. Browsers that cannot write one type can write the other. */
export function encoded(picture: HTMLCanvasElement): Picture {
  for (const quality of QUALITIES) {
    for (const type of PICTURE_TYPES) {
      const [head, data = ''] = picture.toDataURL(type, quality).split(',');
      if (head !== `data:${type};base64` || data.length > PICTURE_LIMIT) continue;
      return { type, width: picture.width, height: picture.height, data };
    }
  }
  return encoded(drawn(picture, Math.max(picture.width, picture.height) / 2, picture));
}

function drawn(size: Size, longest: number, source: CanvasImageSource): HTMLCanvasElement {
  const { canvas, pen } = sheet(fitted(size, longest));
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function sheet({ width, height }: Size): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('The browser does not draw');
  return { canvas, pen };
}

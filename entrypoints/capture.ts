import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCapture } from '../src/capture/start.ts';

/** The page's own world (MAIN), at the first moment of every frame. */
export default defineUnlistedScript(() => {
  startCapture();
});

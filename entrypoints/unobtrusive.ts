import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { setQuiet } from '../src/relay/world.ts';

/** The isolated world of pages that must find no trace of us, at the first moment of every frame. */
export default defineUnlistedScript(() => {
  setQuiet(true);
});

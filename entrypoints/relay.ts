import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startRelay } from '../src/relay/start.ts';

/** The isolated world, at the first moment of every frame. */
export default defineUnlistedScript(() => {
  startRelay();
});

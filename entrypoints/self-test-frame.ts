import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCapture } from '../src/capture/start.ts';
import { startRelay } from '../src/relay/start.ts';
import { handToParent } from '../src/self-test/hand-to-parent.ts';

/** A page of the self-test: captured as pages of the web are, but handed to the page around it and never to the background. */
export default defineUnlistedScript(() => {
  startRelay(handToParent);
  startCapture();
});

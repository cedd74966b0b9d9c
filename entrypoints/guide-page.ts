import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { screenOf } from '../src/ui/shell/guide-pages.ts';

/** The pages that the guide names, `public/pages/`: each leads on to its screen of the dashboard, which has the guide's commands. */
export default defineUnlistedScript(() => {
  location.replace(screenOf(location));
});

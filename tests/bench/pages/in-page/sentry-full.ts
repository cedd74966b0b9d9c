import { captureConsoleIntegration, httpClientIntegration, init } from '@sentry/browser';

// By default neither sees what Vigie sees: console levels below "error" are left out, statuses from 400 are added.
init({
  dsn: `${location.protocol}//key@${location.host}/1`,
  integrations: [
    captureConsoleIntegration({ levels: ['error', 'warn', 'assert'] }),
    httpClientIntegration({ failedRequestStatusCodes: [[400, 599]] }),
  ],
});

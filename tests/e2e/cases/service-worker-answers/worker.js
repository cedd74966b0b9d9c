addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url.endsWith('made-500')) event.respondWith(new Response('no', { status: 500, statusText: 'Made Up' }));
  if (event.request.url.endsWith('broken')) event.respondWith(Response.error());
});

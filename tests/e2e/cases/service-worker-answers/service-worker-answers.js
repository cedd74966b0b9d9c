addEventListener('load', async () => {
  const registration = await navigator.serviceWorker.register('worker.js');
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  }
  await fetch('made-500');
  await fetch('broken').catch(() => undefined);
  await fetch('/status/404/passed-on?through=worker');
  await registration.unregister();
});

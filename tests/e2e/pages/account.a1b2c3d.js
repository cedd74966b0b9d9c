/** Says in every way who is signed in, or with `?signed-out` that nobody is. */
globalThis.APP = { version: '2.4.1-global' };
if (location.search === '?signed-out') {
  for (const tag of document.querySelectorAll('meta[name]')) tag.remove();
  document.getElementById('who').remove();
  localStorage.clear();
  sessionStorage.clear();
  document.cookie = 'uid=; max-age=0';
} else {
  localStorage.setItem(
    'app',
    '{"user":{"id":42,"token":"q3v8k2m1x9c7b5n4l6z0p8r2t4"},"device":"q3v8k2m1x9c7b5n4l6z0p8r2t4"}',
  );
  sessionStorage.setItem('uid', '"42"');
  document.cookie = 'uid=42; path=/';
}

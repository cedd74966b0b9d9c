function ajax(url, { done, fail }) {
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = () => {
    if (xhr.readyState !== 4) return;
    if (xhr.status >= 200 && xhr.status < 300) done(JSON.parse(xhr.responseText));
    else fail(xhr, xhr.status === 0 ? 'error' : xhr.statusText);
  };
  xhr.open('POST', url, true);
  xhr.send('a=1'); // @send
}
ajax('/status/500/ajax', { done: () => undefined, fail: (xhr, text) => console.error('ajax failed', text) }); // @log
ajax('/cases/jquery-like-ajax/page.html', { done: () => undefined, fail: () => undefined }); // @parse

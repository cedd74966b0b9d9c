addEventListener('load', () => {
  setTimeout(() => {
    document.open();
    document.write('<!doctype html><title>rewritten</title><p>New</p>');
    document.close();
    setTimeout(() => {
      console.error('trouble after rewriting');
      Promise.reject(new Error('rejection after rewriting'));
      throw new Error('boom after rewriting');
    }, 100);
  }, 50);
});

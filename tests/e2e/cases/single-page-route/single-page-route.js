history.pushState(null, '', '/cases/single-page-route/orders/12?token=abc');
setTimeout(() => console.error('trouble on the second route'), 50); // @log

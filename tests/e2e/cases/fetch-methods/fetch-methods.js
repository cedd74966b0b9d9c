fetch('/status/500/head', { method: 'HEAD' }); // @head
fetch('/status/500/patch', { method: 'PATCH', body: '{}' }); // @patch
fetch('/status/500/purge', { method: 'purge' }); // @purge
fetch(new Request('/status/500/override', { method: 'PUT' }), { method: 'post' }); // @override

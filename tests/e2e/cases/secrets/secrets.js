const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'].join('.');
console.error('login failed', { password: 'hunter2-geheim', token: jwt, authorization: `Bearer ${jwt}` });
fetch('/status/500/secrets?access_token=s3cr3t-t0ken-value&page=2');

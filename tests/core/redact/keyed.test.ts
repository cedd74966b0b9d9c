import { describe, expect, test } from 'vitest';
import { maskSecrets } from '../../../src/core/redact/secrets.ts';

describe('values beside a name that says they are secret', () => {
  test.each([
    // As programs write them.
    ['password=hunter2', 'password=[redacted]'],
    ['password = azerty', 'password = [redacted]'],
    ['login=qa&password=a%26b&x=1', 'login=qa&password=[redacted]&x=1'],
    ['password=ab,cd&user=qa', 'password=[redacted]&user=qa'],
    ['Server=db;User Id=sa;Password=x1;', 'Server=db;User Id=sa;Password=[redacted];'],
    ['{password: hunter2, user: qa}', '{password: [redacted], user: qa}'],
    ['{"password":"a \\"b\\" c","x":1}', '{"password":"[redacted]","x":1}'],
    ['{"password":12345}', '{"password":[redacted]}'],
    ["{'newPassword': 'x'}", "{'newPassword': '[redacted]'}"],
    ['{"a":{"clientSecret":"abc"}}', '{"a":{"clientSecret":"[redacted]"}}'],
    ['"password"=>"x"', '"password"=>"[redacted]"'],
    ['[password] => x1', '[password] => [redacted]'],
    ['user[password]=x1&a=b', 'user[password]=[redacted]&a=b'],
    ['Headers { authorization → "Bearer x" }', 'Headers { authorization → "[redacted]" }'],
    ['<password>x y</password>', '<password>[redacted]</password>'],
    ['<ns:token>abc</ns:token>', '<ns:token>[redacted]</ns:token>'],
    ['<input type="password" id="pw" value="x1">', '<input type="password" id="pw" value="[redacted]">'],
    ['[["authorization","Bearer x"],["accept","*/*"]]', '[["authorization","[redacted]"],["accept","*/*"]]'],
    ['("token", "abc")', '("token", "[redacted]")'],
    ['secrets: ["a","b"], x: 1', 'secrets: [redacted], x: 1'],
    ['"credentials":{"login":"qa","value":"v"},"x":1', '"credentials":[redacted],"x":1'],
    ['DB_PASSWORD=x1 npm start', 'DB_PASSWORD=[redacted] npm start'],
    ['password:=x1', 'password:=[redacted]'],
    // Cut short.
    ['{"password":"hunt…', '{"password":"[redacted]'],
    ['token=[1,2', 'token=[redacted]'],
    // As people write them.
    ['Password: hunter2', 'Password: [redacted]'],
    ['the password is Hunter2', 'the password is [redacted]'],
    ['Mot de passe : azerty (compte 12)', 'Mot de passe : [redacted] (compte 12)'],
    ['mot_de_passe=x1', 'mot_de_passe=[redacted]'],
    ['mdp azerty12 refusé', 'mdp [redacted] refusé'],
    ['Invalid token a1b2c3d4e5', 'Invalid token [redacted]'],
    ['token "a1b2c3d4e5" has expired', 'token "[redacted]" has expired'],
    ['code de confirmation : 482913', 'code de confirmation : [redacted]'],
    ['pin: 1234', 'pin: [redacted]'],
    ['Password:\nhunter2', 'Password:\n[redacted]'],
    // Headers.
    ['Authorization: Digest a="b", c="d"\nHost: x', 'Authorization: [redacted]\nHost: x'],
    [
      '{"h":"A: b\\r\\nAuthorization: Digest a=\\"b\\", c=\\"d\\"\\r\\nHost: x","i":1}',
      '{"h":"A: b\\r\\nAuthorization: [redacted]\\r\\nHost: x","i":1}',
    ],
    ['{"h":"Cookie: a=1; b=2","i":1}', '{"h":"Cookie: [redacted]","i":1}'],
    ['authorization: AWS4-HMAC-SHA256 Credential=A/b\nHost: x', 'authorization: [redacted]\nHost: x'],
    ['Cookie: a=1; b=2\nHost: x', 'Cookie: [redacted]\nHost: x'],
    ['Set-Cookie: id=abc; HttpOnly', 'Set-Cookie: [redacted]'],
    ["curl -H 'Cookie: a=1; b=2' x.fr", "curl -H 'Cookie: [redacted]' x.fr"],
    ['X-Api-Key: abc-DEF', 'X-Api-Key: [redacted]'],
    ['{"apikey":"abc","x":1}', '{"apikey":"[redacted]","x":1}'],
    ['sid=abc; theme=dark', 'sid=[redacted]; theme=dark'],
    // Under escapes.
    ['{\\"password\\":\\"x1\\"}', '{\\"password\\":\\"[redacted]\\"}'],
    ['%22token%22%3A%22abc%22', '%22token%22%3A%22[redacted]%22'],
    ['\\u0022token\\u0022:\\u0022abc\\u0022', '\\u0022token\\u0022:\\u0022[redacted]\\u0022'],
    ['&quot;token&quot;:&quot;abc&quot;', '&quot;token&quot;:&quot;[redacted]&quot;'],
    ['\\u0070assword=x1', '\\u0070assword=[redacted]'],
  ])('%j', (text, expected) => {
    expect(maskSecrets(text)).toBe(expected);
  });

  test.each([
    'password=', 'password=undefined', '"password":null', '"token":""', 'password: ********', 'token: ${TOKEN}', '"credentials":"include"',
    'pass: 12, fail: 3', 'passwordStrength=weak', '"tokenType":"bearer"', 'session.timeout=30', 'sessionStorage: full', 'tokens: 4096',
    '"session":{"persist":true}', 'compass=north', 'author: qa', 'spin: 12', 'key=value', 'state=open', 'code=E404', 'password === other',
    'std::token::type', 'token://x', 'Error: wrong password:\n    at f (https://x.fr/a.js:1:2)', 'Error: wrong password:\nf@https://x.fr/a.js:1:2',
    '["token","password","email"]', 'password : obligatoire', 'authorization: missing', 'cookie: blocked', 'PIN: incorrect',
  ])('%j stays', (text) => {
    expect(maskSecrets(text)).toBe(text);
  }); // prettier-ignore
});

import { describe, expect, test } from 'vitest';
import { endpoint, endpointFrom } from '../../../src/core/signature/endpoint.ts';
import { sourceName } from '../../../src/core/signature/source-name.ts';

describe('name of a script', () => {
  test.each([
    ['https://app.example.fr/js/auto-ticket-system.js', 'auto-ticket-system.js'],
    ['https://staging.example.fr:8443/js/cart.js?v=41#x', 'cart.js'],
    ['https://app.example.fr/js/cart.js;jsessionid=0A1B2C', 'cart.js'],
    ['https://app.example.fr/js/cart~a1b2c3d4.js', 'cart.js'],
    ['//cdn.example.fr/js/cart.min.js', 'cart.js'],
    ['/js/cart.js', 'cart.js'],
    ['cart.js', 'cart.js'],
    ['https://a.example/assets/grille-Bb_Y7-z2.js', 'grille.js'],
    ['https://a.example/assets/grille-RftTl1kN.js', 'grille.js'],
    ['https://a.example/static/equipe-DANHKY2G.js', 'equipe.js'],
    ['https://a.example/js/checkout.3f2a1b9c.chunk.js', 'checkout.js'],
    ['https://a.example/_next/static/chunks/pages/booking-0a1b2c3d4e5f6071.js', 'booking.js'],
    ['https://a.example/assets/application-908e25f4bf641868d8683022a5b62f54ab5f3c7f.js', 'application.js'],
    ['https://a.example/js/3.8.0/jquery.calendar.js', 'jquery.calendar.js'],
    ['https://a.example/js/calendar-3.8.0.min.js', 'calendar.js'],
    ['https://a.example/fr/js/cart.js', 'cart.js'],
    ['webpack://shop/./src/devis.js?', 'devis.js'],
    ['webpack-internal:///(app-pages)/./src/billing/page.tsx', 'billing/page.tsx'],
    ['https://a.example/planning/assets/index-BtgzfaOP.js', 'planning/index.js'],
    ['https://a.example/espace/assets/chunk-OXRS4TFK.js', 'espace/chunk.js'],
    ['https://a.example/espace/assets/0a1b2c3d4e5f.js', 'espace/*.js'],
    ['https://a.example/js/booking-calendar.js', 'booking-calendar.js'],
    ['https://a.example/js/bookingCalendar.js', 'bookingCalendar.js'],
    ['https://a.example/gites/moulin-bleu', ''],
    ['https://a.example/', ''],
    ['https://a.example/tickets.php?id=12', 'tickets.php'],
    ['blob:https://a.example/3f0c9a52-7d1e-4b7a-9c55-0a6d2f6e1b34', '(blob)'],
    ['data:text/javascript;base64,c2VjcmV0', '(data)'],
    ['javascript:void(secret())', '(page)'],
    ['chrome-extension://abcdefgh/inpage.js', '(extension)'],
    ['webkit-masked-url://hidden/', '(masked)'],
  ])('%s → %s', (address, name) => {
    expect(sourceName(address)).toBe(name);
  });

  test('drops the name of a build that holds everything an entry page needs', () => {
    expect(sourceName('https://a.example/equipe/static/equipe-DANHKY2G.js', 20_030)).toBe('equipe/*.js');
    expect(sourceName('https://a.example/equipe/static/widget-RQVSY45B.js', 20_030)).toBe('equipe/*.js');
    expect(sourceName('https://a.example/equipe/equipe.js', 20_030)).toBe('equipe.js');
  });
});

describe('endpoint', () => {
  test.each([
    ['https://api.example.fr/api/gites/4512/disponibilites?du=2024-07-13', '/api/gites/*/disponibilites'],
    ['https://api.example.fr/api/v2/gites/moulin-bleu/photos', '/api/v2/gites/*/photos'],
    ['https://api.example.fr/api/v2/gites/ty-gwenn-en-bord-de-mer/photos', '/api/v2/gites/*/photos'],
    ['https://api.example.fr/api/users/reset-password', '/api/users/reset-password'],
    ['https://api.example.fr/api/bookings/by-date', '/api/bookings/by-date'],
    ['https://api.example.fr/rest/v1/guests?id=eq.9a8b7c6d-5e4f-4321-a0b1-c2d3e4f5a6b7', '/rest/v1/guests'],
    ['https://api.example.fr/orders/9a8b7c6d-5e4f-4321-a0b1-c2d3e4f5a6b7/lines', '/orders/*/lines'],
    ['https://api.example.fr/orders/R-2024-00812.pdf', '/orders/*.pdf'],
    ['https://api.example.fr/fr/api/orders', '/api/orders'],
    ['https://api.example.fr/users/marie@example.org', '/users/*'],
    ['https://api.example.fr/users/marie%40example.org', '/users/*'],
    ['https://api.example.fr/reset/Zx81aQ0pLm33Ty', '/reset/*'],
    ['https://user:secret@api.example.fr/x', '/x'],
    ['/api/orders/12', '/api/orders/*'],
    ['https://api.example.fr/%E0%A4%A', '/%E0%A4%A'],
    ['', '/'],
  ])('%s → %s', (url, path) => {
    expect(endpoint(url)).toBe(path);
  });

  test('names the host of others, not its own', () => {
    const page = 'https://app.example.fr/reserver';
    expect(endpointFrom('https://api-staging.example.fr/api/orders', page)).toBe('/api/orders');
    expect(endpointFrom('https://abcdef.supabase.co/rest/v1/orders', page)).toBe('supabase.co/rest/v1/orders');
    expect(endpointFrom('https://api.shop.co.uk/v1/pay', 'https://www.shop.co.uk/')).toBe('/v1/pay');
    expect(endpointFrom('https://api.example.fr/api/orders', 'http://localhost:5173/')).toBe('/api/orders');
  });
});

import('./broken.txt?header=content-type:application/json', { with: { type: 'json' } });
import('./fine.json', { with: { type: 'json' } }).then(() => console.error('control')); // @control

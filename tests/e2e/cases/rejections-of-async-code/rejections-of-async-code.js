(async () => {
  throw new Error('async arrow'); // @arrow
})();
Promise.resolve({
  then(_, reject) {
    reject(new Error('thenable said no')); // @said-no
  },
});
new Promise((_, reject) => {
  reject(new Error('executor')); // @executor
  reject(new Error('too late'));
});
new Promise((resolve) => {
  resolve(1);
  throw new Error('settled already');
});
Promise.all([
  Promise.reject(new Error('first of all')), // @all
  Promise.reject(new Error('second of all')),
]);
Promise.race([Promise.reject(new Error('race'))]); // @race
Promise.allSettled([Promise.reject(new Error('handled'))]);
Promise.reject(new Error('replaced')).finally(() => {
  throw new Error('by finally'); // @finally
});
Promise.reject(new Error('caught')).catch(() => {
  throw new Error('in catch'); // @catch
});
class Sub extends Promise {}
Sub.reject(new Error('of a subclass')); // @subclass
(async function* () {
  throw new Error('async generator'); // @generator
})().next();
(async () => {
  const rooms = [Promise.reject(new Error('for await'))]; // @for-await
  for await (const room of rooms) room();
})();
setTimeout(async () => {
  throw new Error('async timer'); // @timer
});
addEventListener('paid', async () => {
  throw new Error('async listener'); // @listener
});
dispatchEvent(new Event('paid'));
queueMicrotask(async () => {
  throw new Error('async microtask'); // @microtask
});
const shared = new Error('one error of two promises'); // @shared
Promise.reject(shared);
Promise.reject(shared);

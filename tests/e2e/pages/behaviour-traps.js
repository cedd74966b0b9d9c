/** An object that notes everything that is done to it. Entries named "asked: …" may tell in the usual mode, which opens what is thrown. */
function noting(target) {
  const touched = [];
  const traps = {};
  for (const trap of Object.getOwnPropertyNames(Reflect)) {
    traps[trap] = (...args) => {
      touched.push(trap);
      return Reflect[trap](...args);
    };
  }
  return { value: new Proxy(target, traps), touched };
}

const aWhile = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 1500);
  });

/** Runs something while unhandled rejections of the page stay unheard by the console, which would open them. */
async function calmly(work) {
  const calm = (event) => event.preventDefault();
  addEventListener('error', calm);
  addEventListener('unhandledrejection', calm);
  work();
  await aWhile();
  removeEventListener('error', calm);
  removeEventListener('unhandledrejection', calm);
}

/** An error whose every property is a getter that is noted, of its own or of its class. */
function errorWithGetters(define) {
  const ran = [];
  class Sly extends Error {}
  const error = new Sly('sly');
  const owner = define === 'own' ? error : Sly.prototype;
  for (const name of ['name', 'message', 'stack', 'cause', 'errors', 'code', 'toString', 'toJSON']) {
    Object.defineProperty(owner, name, {
      get() {
        ran.push(name);
        return undefined;
      },
    });
  }
  return { error, ran };
}

Object.assign(behaviour, {
  'asked: a proxy that is thrown': async () => {
    const { value, touched } = noting({ message: 'm', stack: 's' });
    await calmly(() => reportError(value));
    return touched;
  },
  'asked: a proxy of an error that is thrown': async () => {
    const { value, touched } = noting(new Error('proxied'));
    await calmly(() => reportError(value));
    return touched;
  },
  'asked: a proxy that is a reason': async () => {
    const { value, touched } = noting({ code: 1 });
    await calmly(() => Promise.reject(value));
    return touched;
  },
  'asked: a proxy in a list that is a reason': async () => {
    const { value, touched } = noting([1, { a: 1 }]);
    await calmly(() => Promise.reject(value));
    return touched;
  },
  'asked: getters of an error itself': async () => {
    const thrown = errorWithGetters('own');
    const rejected = errorWithGetters('own');
    await calmly(() => {
      reportError(thrown.error);
      void Promise.reject(rejected.error);
    });
    return [thrown.ran, rejected.ran];
  },
  'asked: getters of the class of an error': async () => {
    const thrown = errorWithGetters('class');
    await calmly(() => reportError(thrown.error));
    return thrown.ran;
  },
  'asked: its own function for stacks': async () => {
    let asked = 0;
    Error.prepareStackTrace = () => {
      asked += 1;
      return 'mine';
    };
    const error = new Error('formatted');
    await calmly(() => reportError(error));
    const before = asked;
    delete Error.prepareStackTrace;
    return before;
  },
});

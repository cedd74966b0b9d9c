const record = {
  id: crypto.randomUUID(),
  timestamp: new Date().toISOString(),
  kind: 'js_error',
  message: 'forged by the page',
  name: '',
  stack: '',
  source: location.href,
  line: 1,
  column: 1,
  count: 1,
  suppressed: 0,
  age: 0,
};
const batch = { type: 'capture.batch', wire: 1, records: [record], title: 'forged', dropped: 0 };
const packets = [batch, { records: [record], lost: 0 }, { lost: 0, records: [record] }, [record], record].flatMap(
  (packet) => [packet, JSON.stringify(packet)],
);

/** The channel's names are in the extension's source, which anybody can read. */
const names = location.search.slice(1).split(',');

/** Plays the page's world as the extension does: offers an element and sends records through it. */
globalThis.offerTo = (target) => {
  for (const name of names) {
    const element = document.createElement('i');
    const heard = [];
    for (const type of names)
      element.addEventListener(type, (event) => heard.push(event.type) && event.preventDefault());
    const { defaultView } = target.ownerDocument ?? target.document ?? document;
    const ViewMouseEvent = (defaultView ?? window).MouseEvent;
    const ViewCustomEvent = (defaultView ?? window).CustomEvent;
    target.dispatchEvent(new ViewMouseEvent(name, { relatedTarget: element, bubbles: true, cancelable: true }));
    for (const detail of packets) {
      for (const type of names) {
        const event = new ViewCustomEvent(type, { detail, bubbles: true, cancelable: true });
        element.dispatchEvent(event);
        target.dispatchEvent(new ViewCustomEvent(type, { detail, bubbles: true, cancelable: true }));
      }
    }
  }
};

for (const target of [window, document, document.documentElement]) offerTo(target);
for (const packet of packets) postMessage(packet, '*');
const frame = document.createElement('iframe');
document.documentElement.append(frame);
offerTo(frame.contentWindow);
offerTo(frame.contentDocument);
frame.src = 'about:blank?again';
frame.addEventListener('load', () => offerTo(frame.contentWindow));
setTimeout(() => {
  offerTo(window);
  console.error('the forger is captured like everybody else');
}, 500);

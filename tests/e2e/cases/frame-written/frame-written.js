const frame = document.createElement('iframe');
document.documentElement.append(frame);
const { contentDocument: inner } = frame;
inner.open();
inner.write("<!doctype html><script>throw new Error('written frame boom')<" + '/script>');
inner.close();

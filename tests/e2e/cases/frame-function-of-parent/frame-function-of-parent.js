const frame = document.createElement('iframe');
document.documentElement.append(frame);
frame.contentWindow.setTimeout(() => {
  throw new Error('parent function on a frame timer'); // @throw
}, 10);

const frame = document.createElement('iframe');
document.documentElement.append(frame);
const { console: other } = frame.contentWindow;
frame.remove();
other.error('through a dead frame');
const living = document.createElement('iframe');
document.documentElement.append(living);
living.contentWindow.console.error('through a living frame'); // @log

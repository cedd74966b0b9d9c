const frame = document.createElement('iframe');
document.documentElement.append(frame);
frame.contentWindow.console.error('last words'); // @log
frame.remove();

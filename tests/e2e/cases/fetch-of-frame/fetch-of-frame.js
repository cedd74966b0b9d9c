const frame = document.createElement('iframe');
document.documentElement.append(frame);
frame.contentWindow.fetch('/status/500/of-frame');

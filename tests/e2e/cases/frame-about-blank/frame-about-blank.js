const frame = document.createElement('iframe');
document.documentElement.append(frame);
frame.contentWindow.console.error('blank frame trouble');
const script = frame.contentDocument.createElement('script');
script.textContent = "throw new Error('blank frame boom')";
frame.contentDocument.body.append(script);

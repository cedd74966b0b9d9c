const frame = document.createElement('iframe');
document.documentElement.append(frame);
const ForeignError = frame.contentWindow.Error;
throw new ForeignError('foreign boom'); // @made

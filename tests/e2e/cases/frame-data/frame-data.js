const frame = document.createElement('iframe');
frame.src = `data:text/html,${encodeURIComponent("<script>throw new Error('data frame boom')</script>")}`;
document.documentElement.append(frame);

const frame = document.createElement('iframe');
frame.src = URL.createObjectURL(new Blob(["<script>throw new Error('blob frame boom')</script>"], { type: 'text/html' }));
document.documentElement.append(frame);

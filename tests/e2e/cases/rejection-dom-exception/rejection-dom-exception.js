document.createElement('video').requestPictureInPicture?.();
console.error('control');

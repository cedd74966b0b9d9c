const reader = new FileReader();
reader.onload = () => {
  throw new Error('after reading'); // @reader
};
reader.readAsText(new Blob(['text']));
document.createElement('canvas').toBlob(() => {
  throw new Error('after drawing'); // @blob
});
const opening = indexedDB.open('callbacks', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('rooms');
opening.onsuccess = () => {
  throw new Error('after opening'); // @store
};
matchMedia('(min-width: 1px)').addEventListener('change', () => {
  throw new Error('never');
});

const byId = (id) => document.getElementById(id);
byId('property').onclick = () => {
  throw new Error('in a property'); // @property
};
byId('object').addEventListener('click', {
  handleEvent() {
    throw new Error('in an object'); // @object
  },
});
const once = () => {
  throw new Error('only once'); // @once
};
byId('once').addEventListener('click', once, { once: true, capture: true });
byId('form').onsubmit = (event) => {
  event.preventDefault();
  throw new Error('in a form'); // @form
};
setTimeout(() => {
  byId('property').click();
  byId('object').click();
  byId('once').click();
  byId('once').click();
  byId('form').requestSubmit();
  console.error('dispatching goes on'); // @after
}, 20);

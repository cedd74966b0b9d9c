customElements.define(
  'bad-birth',
  class extends HTMLElement {
    constructor() {
      super();
      throw new Error('in the constructor'); // @constructor
    }
  },
);
customElements.define(
  'bad-life',
  class extends HTMLElement {
    static observedAttributes = ['mood'];
    connectedCallback() {
      throw new Error('when connected'); // @connected
    }
    disconnectedCallback() {
      throw new Error('when removed'); // @removed
    }
    attributeChangedCallback() {
      throw new Error('when changed'); // @changed
    }
  },
);
document.documentElement.append(document.createElement('bad-birth'));
const life = document.createElement('bad-life');
life.setAttribute('mood', 'low');
document.documentElement.append(life);
life.remove();

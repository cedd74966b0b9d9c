const add = (type, src) => document.head.append(Object.assign(document.createElement('script'), { type, src }));
const blob = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
add('', blob("\nthrow new Error('blob script boom')"));
add('module', blob("\n\nthrow new Error('blob module boom')"));
add('', `data:text/javascript,${encodeURIComponent("throw new Error('data script boom')")}`);
add('module', `data:text/javascript,${encodeURIComponent("throw new Error('data module boom')")}`);

const error = new Error('render failed'); // @made
console.error(
  '%o\n\n%s\n\n%s\n',
  error,
  'The above error occurred in the <Price> component.',
  'React will try to recreate this component tree from scratch using the error boundary you provided, App.',
);

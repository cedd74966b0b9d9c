import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that React logs with its own words',
  expect: [
    {
      type: 'console_error',
      message:
        'Error: render failed\n\nThe above error occurred in the <Price> component.\n\nReact will try to recreate this component tree from scratch using the error boundary you provided, App.\n',
      name: 'Error',
      at: 'console-react-boundary.js@made',
      args: [
        '%o\n\n%s\n\n%s\n',
        'Error: render failed',
        'The above error occurred in the <Price> component.',
        'React will try to recreate this component tree from scratch using the error boundary you provided, App.',
      ],
      ticket: true,
    },
  ],
};

class PaymentError extends Error {
  name = 'PaymentError';
}

throw new PaymentError('card refused'); // @throw

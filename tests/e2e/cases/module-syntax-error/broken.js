export const price = ;; // @wrong

export const guests = [];

const fine = 1;
const total = (fine is missing); // @wrong

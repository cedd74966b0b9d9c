class Refusal {
  code = 7;
}

throw new Refusal(); // @throw

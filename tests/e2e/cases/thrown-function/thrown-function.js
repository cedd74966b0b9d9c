throw function refund() {}; // @throw

const a = ;; // @wrong

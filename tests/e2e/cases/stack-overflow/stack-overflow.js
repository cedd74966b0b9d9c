function down(depth) {
  return down(depth + 1) + 1; // @again
}

down(0);

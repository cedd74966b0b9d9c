fetch('/drop/unhandled');

console.error('%s paid %i of %f 100%% %cstyled', 'Ann', 12.7, 12.5, 'color: red', 'extra'); // @log

setTimeout("throw new Error('text boom')", 10);
setTimeout('console.error("text trouble")', 20);

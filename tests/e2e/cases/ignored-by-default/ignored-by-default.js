console.error('webpage_content_reporter: Unexpected token export');
console.error('column "validation_status" does not exist');
console.error('column "monitoring_start" does not exist');
console.error('control');

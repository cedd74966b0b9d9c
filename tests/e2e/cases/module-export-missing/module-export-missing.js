import { rooms } from './rooms.js'; // @import
console.error('never run', rooms);

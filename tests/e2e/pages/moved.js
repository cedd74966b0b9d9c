function drawPlan(room) {
  throw new Error(`No plan of the ${room}`);
}

drawPlan('attic');

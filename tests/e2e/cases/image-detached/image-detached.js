new Image().src = '/status/404/detached.png';

fetch('/redirect?to=/status/404/end');

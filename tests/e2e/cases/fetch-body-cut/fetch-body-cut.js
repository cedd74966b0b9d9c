fetch('/cut/caught').then((answer) => answer.text().catch(() => undefined));

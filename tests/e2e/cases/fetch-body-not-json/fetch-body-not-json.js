fetch('/cases/fetch-body-not-json/page.html').then((answer) => answer.json()); // @parse

for (let index = 0; index < 5; index += 1) {
  const image = document.createElement('img');
  image.src = `/status/404/avatar.png?user=${index}`;
  document.documentElement.append(image);
}

export function ouvrir() {
  // A text in place of an error is exactly what is to be captured here.
  throw 'Le calendrier est complet';
}

export function ecrireErreur() {
  console.error('Disponibilités illisibles pour %s', 'La Grange', { mois: '2026-08', code: 'ILLISIBLE' });
}

export function ecrireAvertissement() {
  console.warn('Le calendrier répond lentement : 4200 ms');
}

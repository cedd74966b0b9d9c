export async function payer() {
  await new Promise((resolve) => setTimeout(resolve, 20));
  throw new Error('Paiement refusé : carte expirée');
}

export function rejeterObjet() {
  // A reason that is no error is exactly what is to be captured here.
  void Promise.reject({ code: 'STOCK_EPUISE', gite: 'Le Pigeonnier' });
}

/** The module of another site, as banks offer them, breaks by itself. */
export function ouvrirModule() {
  const cadre = document.createElement('iframe');
  cadre.src = `${document.body.dataset.autreSite}/paiement.html`;
  document.body.append(cadre);
}

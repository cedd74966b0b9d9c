const panier = { gite: 'La Grange', client: null };

/** Works: what a healthy page does must leave no trace. */
export async function reserver() {
  const reponse = await fetch('/api/gites');
  return reponse.json();
}

export function lireClient() {
  return panier.client.nom.toUpperCase();
}

export function chargerPromotion() {
  const script = document.createElement('script');
  script.src = '/js/promotion.js';
  document.body.append(script);
}

export function calculerTarif() {
  for (let nuit = 1; nuit <= 10; nuit++) {
    setTimeout(() => {
      throw new Error('Tarif de la nuit introuvable');
    });
  }
}

export function calculerSejour() {
  setTimeout(() => {
    throw new RangeError('Le séjour dépasse 30 nuits');
  });
  setTimeout(() => {
    throw new Error('La taxe de séjour est inconnue');
  });
}

export function rattraper() {
  try {
    lireClient();
  } catch {
    panier.gite = 'Le Moulin';
  }
}

/** Whatever comes back, the page carries on: only the answer itself is the error. */
async function demander(adresse, options) {
  try {
    return (await fetch(adresse, options)).ok;
  } catch {
    return false;
  }
}

function demanderParXhr(adresse) {
  const requete = new XMLHttpRequest();
  requete.open('GET', adresse);
  requete.send();
}

function adresseFermee(chemin) {
  return `${location.protocol}//${location.hostname}:${document.body.dataset.portFerme}${chemin}`;
}

export const giteIntrouvable = () => demander('/api/gites/999');
export const compteInterdit = () => demander('/api/compte');
export const reservationEnPanne = () => demander('/api/reservations', { method: 'POST', body: '{"gite":"La Grange"}' });
export const avisIntrouvable = () => demanderParXhr('/api/avis/999');
export const factureInterdite = () => demanderParXhr('/api/factures/12');
export const calendrierEnPanne = () => demanderParXhr('/api/calendrier');
export const connexionRefusee = () => demander(adresseFermee('/api/meteo'));
export const connexionCoupee = () => demander('/api/coupure');
export const xhrRefusee = () => demanderParXhr(adresseFermee('/api/carte'));

/** Its answer never reaches a script: the page cannot know that it failed. */
export function mesurer() {
  navigator.sendBeacon('/api/mesure', 'page=gites');
}

export function annuler() {
  const controleur = new AbortController();
  const reponse = demander('/api/lente', { signal: controleur.signal });
  setTimeout(() => controleur.abort(), 30);
  return reponse;
}

export function montrerPhoto() {
  const photo = document.createElement('img');
  photo.src = '/photos/le-pigeonnier.jpg';
  photo.alt = 'Le Pigeonnier';
  document.querySelector('footer').append(photo);
}

export function chargerCarte() {
  const script = document.createElement('script');
  script.src = '/js/carte-des-gites.js';
  document.body.append(script);
}

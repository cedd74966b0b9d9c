import * as calendrier from './calendrier.js';
import * as catalogue from './catalogue.js';
import * as paiement from './paiement.js';
import * as reservation from './reservation.js';

const PANNES = {
  reserver: reservation.reserver,
  'client-absent': reservation.lireClient,
  'script-mal-ecrit': reservation.chargerPromotion,
  'texte-lance': calendrier.ouvrir,
  'dix-fois': reservation.calculerTarif,
  'deux-erreurs': reservation.calculerSejour,
  'module-paiement': paiement.ouvrirModule,
  'erreur-rattrapee': reservation.rattraper,
  'carte-expiree': paiement.payer,
  'rejet-objet': paiement.rejeterObjet,
  'console-erreur': calendrier.ecrireErreur,
  'console-avertissement': calendrier.ecrireAvertissement,
  'fetch-404': catalogue.giteIntrouvable,
  'fetch-403': catalogue.compteInterdit,
  'fetch-500': catalogue.reservationEnPanne,
  'xhr-404': catalogue.avisIntrouvable,
  'xhr-403': catalogue.factureInterdite,
  'xhr-500': catalogue.calendrierEnPanne,
  'connexion-refusee': catalogue.connexionRefusee,
  'connexion-coupee': catalogue.connexionCoupee,
  'xhr-refusee': catalogue.xhrRefusee,
  'photo-absente': catalogue.montrerPhoto,
  'script-absent': catalogue.chargerCarte,
  balise: catalogue.mesurer,
  'requete-annulee': catalogue.annuler,
};

let provoquees = 0;
for (const bouton of document.querySelectorAll('button[data-panne]')) {
  bouton.addEventListener('click', () => {
    provoquees += 1;
    const nom = bouton.firstChild.textContent;
    document.querySelector('#etat').textContent =
      `${nom} – ${provoquees} bouton(s) pressé(s) depuis l’ouverture de la page.`;
    PANNES[bouton.dataset.panne]();
  });
}

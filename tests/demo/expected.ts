import type { ErrorType } from '../../src/core/rows.ts';

export type SiteName = 'gites' | 'hotes';

/** One distinct error that the demonstration must have captured in the end. */
export interface Expected {
  /** The site whose page (or frame) it happened on. */
  site: SiteName;
  type: ErrorType;
  /** Part of the row's `message`, the same in every browser. */
  message: string;
  /** Part of the row's `source`, or of the address of the request that failed. */
  where: string;
  count: number;
  /** Whether it makes a ticket; what does not is counted only. */
  ticket: boolean;
}

/** One press of a button: where, its `data-panne`, and what it must lead to. Nothing else may be captured. */
export interface Press {
  site: SiteName;
  button: string;
  errors: Expected[];
}

type Short = [
  type: ErrorType,
  message: string,
  source: string,
  more?: { count?: number; ticket?: false; site?: SiteName },
];

function press(site: SiteName, button: string, ...errors: Short[]): Press {
  return {
    site,
    button,
    errors: errors.map(([type, message, where, more]) => {
      return { site: more?.site ?? site, type, message, where, count: more?.count ?? 1, ticket: more?.ticket ?? true };
    }),
  };
}

const counted = { ticket: false } as const;

/** Every button of both sites, in the order in which a visitor presses them. */
export const PRESSES: Press[] = [
  press('gites', 'reserver'),
  press('gites', 'client-absent', ['js_error', "reading 'nom'", '/js/reservation.js']),
  press('gites', 'script-mal-ecrit', ['js_error', 'SyntaxError', '/js/promotion.js']),
  press('gites', 'texte-lance', ['js_error', 'Le calendrier est complet', '/js/calendrier.js']),
  press('gites', 'dix-fois', ['js_error', 'Tarif de la nuit introuvable', '/js/reservation.js', { count: 10 }]),
  press(
    'gites',
    'deux-erreurs',
    ['js_error', 'Le séjour dépasse 30 nuits', '/js/reservation.js'],
    ['js_error', 'La taxe de séjour est inconnue', '/js/reservation.js'],
  ),
  press('gites', 'module-paiement', ['js_error', "reading 'map'", '/js/module-paiement.js', { site: 'hotes' }]),
  press('gites', 'erreur-rattrapee'),
  press('gites', 'carte-expiree', ['unhandled_rejection', 'Paiement refusé : carte expirée', '/js/paiement.js']),
  press('gites', 'rejet-objet', ['unhandled_rejection', 'STOCK_EPUISE', '']),
  press('gites', 'console-erreur', ['console_error', 'Disponibilités illisibles pour La Grange', '/js/calendrier.js']),
  press('gites', 'console-avertissement', [
    'console_warn',
    'Le calendrier répond lentement',
    '/js/calendrier.js',
    counted,
  ]),
  press('gites', 'fetch-404', ['http_error', '/api/gites/999 404', '/js/catalogue.js']),
  press('gites', 'fetch-403', ['http_error', '/api/compte 403', '/js/catalogue.js', counted]),
  press('gites', 'fetch-500', ['http_error', '/api/reservations 500', '/js/catalogue.js']),
  press('gites', 'xhr-404', ['http_error', '/api/avis/999 404', '/js/catalogue.js']),
  press('gites', 'xhr-403', ['http_error', '/api/factures/12 403', '/js/catalogue.js', counted]),
  press('gites', 'xhr-500', ['http_error', '/api/calendrier 500', '/js/catalogue.js']),
  press('gites', 'connexion-refusee', ['network_error', '', '/api/meteo']),
  press('gites', 'connexion-coupee', ['network_error', '', '/api/coupure']),
  press('gites', 'xhr-refusee', ['network_error', '', '/api/carte']),
  press('gites', 'photo-absente', ['resource_error', 'Failed to load img', '/photos/le-pigeonnier.jpg', counted]),
  press('gites', 'script-absent', ['resource_error', 'Failed to load script', '/js/carte-des-gites.js', counted]),
  press('gites', 'balise', ['http_error', '/api/mesure 500', '/api/mesure']),
  press('gites', 'requete-annulee'),
  press('hotes', 'client-absent', ['js_error', "reading 'nom'", '/js/reservation.js']),
  press('hotes', 'carte-expiree', ['unhandled_rejection', 'Paiement refusé : carte expirée', '/js/paiement.js']),
  press('hotes', 'console-erreur', ['console_error', 'Disponibilités illisibles pour La Grange', '/js/calendrier.js']),
  press('hotes', 'fetch-500', ['http_error', '/api/reservations 500', '/js/catalogue.js']),
];

export const EXPECTED: Expected[] = PRESSES.flatMap(({ errors }) => errors);

/** Whether somebody else who presses the buttons of the hosts' site meets it too. */
export function isMetAgain(expected: Expected): boolean {
  return PRESSES.some(({ site, errors }) => site === 'hotes' && errors.includes(expected));
}

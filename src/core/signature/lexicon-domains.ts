/** Second part of the lexicon: what applications are about and what is done in them. Same form as `MEANINGS` in `lexicon.ts`. */
export const DOMAIN_MEANINGS = `
appointment: appointment|rendez vous|rdv
patient: patient
doctor: doctor physician medecin docteur praticien
nurse: nurse infirmier infirmiere
prescription: prescription ordonnance
treatment: treatment soin
student: student pupil eleve etudiant
teacher: teacher professeur enseignant
course: course cours
class: class classe
exam: exam examination examen
candidate: candidate candidat
offer: offer offre
skill: skill competence
vehicle: vehicle vehicule
driver: driver chauffeur conducteur
route: itinerary itineraire trajet
warehouse: warehouse entrepot depot
parcel: parcel package colis
transfer: transfer virement transfert transferer
loan: loan emprunt credit
budget: budget
expense: expense spending depense
income: income revenue revenu
profit: profit benefice
margin: margin marge
wallet: wallet portefeuille
subscription: subscription abonnement
claim: claim sinistre reclamation
shop: shop boutique magasin
coupon: coupon voucher bon
gift: gift cadeau
return: return returned retour retourner
colour: color colour couleur
printer: printer imprimante
print: print printing printed imprimer impression imprime
screen: screen ecran
browser: browser navigateur
keyboard: keyboard clavier
device: device appareil
folder: folder directory dossier repertoire
attachment: attachment|piece jointe|attached file
button: button bouton
menu: menu
window: window fenetre
tab: tab onglet
filter: filter filtre filtrer
sort: sort sorting tri trier
today: today|aujourd hui
tomorrow: tomorrow demain
yesterday: yesterday hier
add: add adding added ajouter ajout ajoute
copy: copy copied copier copie
move: move moved deplacer deplacement deplace
merge: merge merged fusionner fusion fusionne
split: split separer separe
publish: publish published publication publier publie
share: share shared sharing partager
sign: sign signed signer signe
approve: approve approved approval approuver approuve approbation
assign: assign assigned assignment affecter affecte affectation attribuer attribue
archive: archive archived archiver
restore: restore restored restaurer restaure
generate: generate generated generating generer genere generation
verify: verify verified verification verifier verifie check checked checking controler controle
compare: compare comparer comparison comparaison
count: count counter compter compteur
follow: follow suivre
tracking: tracking suivi
join: join rejoindre
leave: leave quitter
receive: receive recevoir reception
register: register registration inscrire inscription inscrit
reply: reply repondre replied answered repondu
reset: reset reinitialiser reinitialisation
scan: scan scanner
sell: sell sold vendre vendu sale vente
launch: launch launched lancer lance demarrer demarrage demarre
stop: stop stopped arreter arret arrete
subscribe: subscribe abonner
translate: translate translation traduire traduction
use: use used using utiliser utilise usage utilisation
wait: wait waiting attendre attente patienter
warn: warn warning avertir avertissement prevenir alert alerte alerter
notify: notify notification notifier
high: high haut
low: low weak faible bas
early: early tot
renew: renew renewed renewal renouveler renouvele renouvellement prolong prolonged prolongation prolonger prolonge
round: tour tournee round
later: later|plus tard
out: out hors outside|out of|en dehors de|en dehors du
planned: planned planifie scheduled prevu programme
late: late retard tard delay delayed
public: public
private: private prive
secure: secure secured securise
first: first premier
last: last dernier
next: next suivant prochain
previous: previous precedent
main: main principal
final: final
partial: partial partiel partially partiellement
pending: pending|en attente
done: done finished termine fini
unique: unique
several: several multiple plusieurs
single: single simple
question: question
feedback: feedback avis review
rating: rating notation
photo: gallery galerie
video: video
sound: sound audio
link: link lien
address bar: url
preview: preview apercu
draft: draft brouillon
template: template modele gabarit
report: report rapport
statistics: statistics statistiques stats
chart: chart graph graphique
history: history historique
log: log journal
rule: rule
condition: condition
law: law loi
consent: consent consentement
privacy: privacy confidentialite
security: security securite
certificate: certificate certificat
licence: license licence
signature pad: pad
company: company business entreprise societe
office: office bureau
department: department departement
branch: branch agence
site: site
country code: indicatif
region: region
zone: zone area secteur
distance: distance
position: position
latitude: latitude
longitude: longitude
floor: floor etage
door: door porte
window seat: hublot
seat: seat siege
table seat: couvert
menu item: plat dish
meal: meal repas
breakfast: breakfast dejeuner
evening: evening soir
morning: morning matin
afternoon: afternoon midi
holiday: holiday vacation vacances
weekend: weekend week-end
rental: rental
keys: keyring trousseau
cleaning: cleaning menage nettoyage
linen: linen linge
towel: towel serviette
swimming pool: pool piscine
parking: parking
garden: garden jardin
kitchen: kitchen cuisine
bathroom: bathroom
heating: heating chauffage
water: water eau
electricity: electricity electricite
animal: animal pet
dog: dog chien
luggage: luggage baggage bagage valise
ship: ship boat bateau
train: train
flight: flight vol
plane: plane avion
car: car voiture
bike: bike bicycle velo
fuel: fuel carburant
sensor: sensor capteur
battery: battery batterie
signal: signal
channel: channel canal
frequency: frequency frequence
temperature: temperature
pressure: pressure pression
speed: speed vitesse
machine: machine
tool: tool outil
part: part
project: project projet
goal: goal objectif
plan item: jalon milestone
meeting: meeting reunion
participant: participant
organiser: organizer organiser organisateur
invitation: invitation
contact: contact
company number: siret siren
iban: iban
payment method: method methode moyen mode
instalment: instalment installment echeance
deadline: deadline|date limite
reminder: reminder rappel relance
penalty: penalty penalite
credit note: avoir
stock level: niveau level
supplier order: approvisionnement
barcode: barcode|code barre
label: label etiquette libelle
batch: batch lot
unit: unit unite
package size: conditionnement
capacity: capacity capacite
attempt: attempt attempts tentative essai try
problem: problem issue probleme souci
reason: reason raison motif
cause: cause
detail: detail
information: information info renseignement
help: help
situation: situation
operation: operation
action: action
transaction: transaction
execution: execution execute executed executer
instruction: instruction consigne
readable: readable lisible
not readable: unreadable illisible
usable: usable utilisable
not usable: unusable inutilisable
reachable: reachable accessible joignable
not reachable: unreachable inaccessible injoignable
compatible: compatible
not compatible: incompatible
authorised user: habilite
incomplete: incomplete incomplet
exact: exact
consistent: consistent coherent
not consistent: inconsistent incoherent
sufficient: sufficient enough suffisant assez
not sufficient: insufficient insuffisant|not enough|pas assez
`;

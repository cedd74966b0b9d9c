/**
 * What the words of error messages mean, in English and in French: an application that speaks both says the same thing twice. One line
 * per meaning: single words, then phrases, each behind a bar. No meaning: the word says nothing. Accents, plurals and feminine
 * endings are cut off before the look-up (see `language.ts`), so they need no entries of their own.
 */
export const MEANINGS = `
: a an the this that these those of for to in on at by from with and or be is are was were been being has have had it its your you we our their his her there here please sorry some as within after before when while during since until below any do does did t s re ve ll can may
: le la les l un une des du de d au aux en dans sur sous pour par avec et ou est sont etait ete etre a ont avait il elle ce cet cette ces se son sa ses votre vos vous nous notre nos leur leurs y qu que qui veuillez svp desole lors apres avant anterieur posterieur ulterieur pendant depuis jusqu dessus dessous n peut peuvent pouvoir|au bout de|au bout d|a partir de|a partir du|a partir d
not: not no none never without nor isn doesn didn don wasn weren hasn haven aren won couldn shouldn wouldn non pas aucun ne ni jamais sans nul|n est plus|ne sont plus|n a plus|n existe plus|any more|no longer
found: found find trouver trouve retrouver retrouve
not: introuvable unfound missing manquant manque absent lacking inexistant nonexistent|not found|no such
known: known connu reconnu recognised recognized
not known: unknown inconnu unrecognised unrecognized
valid: valid valide
not valid: invalid invalide incorrect|incorrecte|non valide|not valid|erronee|erronne|mauvais|wrong
required: required mandatory obligatoire requis necessaire needed exige|must be provided|must be set|must be given|must be filled|doit etre renseigne|doit etre fourni|doit etre rempli
expired: expired expire perime|has expired|a expire|out of date
timeout: timeout time-out|timed out|time out|timeout exceeded|temps ecoule|temps depasse|delai depasse|delai expire|delai ecoule|delai d attente depasse|delai d attente expire|took too long|trop long
exceeded: exceeded exceeds exceed depasse depassement over overrun
failed: failed fail fails failure echec echoue unable|could not|couldn t|unable to|failed to|a echoue|n a pas pu|n a pu|impossible de|impossible d|not possible|impossible|cannot|can not|can t|ne peut|ne peut pas|ne peuvent|ne peuvent pas|ne peut plus|ne pouvait pas|n ont pas pu
error: error erreur err
response: response reponse status statut answer|status code|code de statut|code statut|code http|http status
request: request requested requete demande query
refused: refused refuse denied rejected rejete declined declin rejet
forbidden: forbidden interdit unauthorized unauthorised unauthorised|non autorise|not allowed|not authorized|not authorised|not permitted|access denied|acces refuse|acces interdit|permission denied
allowed: allowed autorise permis permitted permission droit right
exist: exist exists existe existing existant existent
already: already deja
available: available disponible dispo
not available: unavailable indisponible
supported: supported|pris en charge|supporte|gere
not supported: unsupported|non pris en charge|non supporte|not supported
expected: expected attendu expecting
not expected: unexpected inattendu|not expected
received: received recu got obtenu given fourni provided
empty: empty vide blank
full: full plein complet
negative: negative negatif
positive: positive positif
must: must should need needs shall doit doivent devrait faut
greater: greater higher more superieur plus larger bigger above grand
less: less lower fewer inferieur moins smaller petit
equal: equal equals egal egaux same meme
least: least minimum min minimal minimale
most: most maximum max maximal maximale
between: between entre
long: long length longueur
short: short court
too: too trop|too many|too much
many: many beaucoup
large: large big gros lourd heavy volumineux
load: load loading loaded charger charge chargement
save: save saving saved enregistrer enregistre enregistrement sauvegarder sauvegarde sauver
send: send sending sent envoyer envoye envoi
read: read reading lire lecture lu
write: write writing written ecrire ecriture ecrit
create: create creating created creation creer cree
update: update updating updated modifier modification modifie maj|mettre a jour|mise a jour
delete: delete deleting deleted deletion supprimer suppression supprime remove removed removing retirer effacer
open: open opening opened ouvrir ouvert ouverture
close: close closing closed fermer ferme fermeture cloture
cancel: cancel cancelled canceled cancellation annuler annule annulation
confirm: confirm confirmed confirmation confirmer confirme
calculate: calculate compute calculation computed calculated calculer calcul calcule
display: display show shown displayed afficher affichage affiche render
connect: connect connection connected connexion connecter connecte
sign in: login signin logged|signed in|sign in|logged in|log in|sign in again|log in again|se connecter|reconnecter|reconnectez vous|connectez vous|vous connecter|vous reconnecter
convert: convert conversion converted convertir converti
parse: parse parsing parsed analyser analyse analysis
download: download downloaded downloading telecharger telechargement telecharge
upload: upload uploaded uploading televerser televersement
import: import imported importer importe importation
export: export exported exporter exporte exportation
sync: sync synchro synchronisation synchronization synchroniser synchronise
pay: pay payment paid paying paiement payer paye reglement regle verse verser versement
book: book booking booked reservation reserver reserve reservations
validate: validate validation validated valider
process: process processing processed traiter traitement traite
retry: retry reessayer reessayez again encore|try again|a nouveau|de nouveau
name: name nom
first name: firstname prenom|first name
address: address adresse
mail: mail email e-mail courriel mel
phone: phone telephone tel mobile portable
postcode: postcode zip zipcode|postal code|zip code|code postal
city: city town ville commune
country: country pays
street: street rue voie
number: number numero num nombre
code: code
date: date
day: day jour
week: week semaine
month: month mois
year: year annee
hour: hour heure time
minute: minute
second: second seconde
night: night nuit nuitee
season: season saison
period: period periode
start: start begin beginning debut start commencement
end: end finish fin
arrival: arrival arrivee checkin check-in
departure: departure depart checkout check-out
duration: duration duree
price: price prix cost cout
rate: rate tarif tariff fare pricing tarification
amount: amount montant sum somme
total: total
quantity: quantity quantite qty
stock: stock inventory inventaire
currency: currency devise monnaie
discount: discount remise reduction rebate promo promotion
tax: tax taxe vat tva impot
deposit: deposit acompte arrhes caution prepayment|down payment
balance: balance solde
refund: refund remboursement rembourser refunded rembourse
invoice: invoice bill billing facture facturation
quote: quote estimate devis
order: order commande
cart: cart basket panier
product: product produit article item
account: account compte
user: user utilisateur usager
customer: customer client
guest: guest traveller traveler voyageur passenger hote invite visitor visiteur
owner: owner proprietaire host landlord
tenant: tenant locataire renter
member: member membre
person: person personne people
adult: adult adulte
child: child children kid enfant
manager: manager gerant gestionnaire
admin: admin administrator administrateur
supplier: supplier fournisseur provider vendor
employee: employee employe staff salarie
team: team equipe
group: group groupe
role: role
password: password passwd mdp|mot de passe
session: session
token: token jeton
key: key cle clef
card: card carte
bank: bank banque bancaire
contract: contract contrat
document: document
file: file fichier
image: image picture photo img
page: page
form: form formulaire
field: field champ input
value: value valeur
parameter: parameter param parametre
option: option
setting: setting parametrage reglage preference configuration config
list: list liste
line: line ligne row rang
column: column colonne
table: table tableau
record: record fiche entry
message: message
comment: comment commentaire note remark remarque
title: title titre
description: description
category: category categorie
type: type kind sorte genre
state: state etat
step: step etape
version: version
room: room chambre piece salle
house: house maison cottage gite lodging hebergement logement property bien accommodation location home
bed: bed lit
stay: stay sejour
place: place lieu spot
map: map plan
calendar: calendar calendrier agenda schedule planning
slot: slot creneau
ticket: ticket billet
event: event evenement
task: task tache job
delivery: delivery livraison shipping shipment
server: server serveur
network: network reseau
service: service
data: data donnee
database: database base bdd
resource: resource ressource
access: access acces
limit: limit limite plafond cap
quota: quota
signature: signature
search: search recherche rechercher
result: result resultat
selection: selection select choose choice choix choisir selectionner selectionne selected chosen
change: change changer changement changed
language: language langue
temporary: temporary temporaire temporarily temporairement momentanement
internal: internal interne
external: external externe
possible: possible
active: active actif enabled
inactive: inactive inactif disabled desactive
lock: lock locked verrou verrouille verrouiller bloque blocked block
duplicate: duplicate doublon duplicated duplique double
conflict: conflict conflit
lost: lost perdu lose perte loss
broken: broken casse rompu
ready: ready pret
busy: busy occupe taken pris
free: free libre gratuit
old: old ancien vieux
new: new nouveau nouvel nouvelle
past: past passe
future: future futur
only: only seulement uniquement seul
all: all tous tout toutes toute every each chaque
other: other autre another
current: current actuel courant
default: default defaut
content: content contenu
format: format
size: size taille
weight: weight poids
height: height hauteur
width: width largeur
age: age
id: id identifier identifiant identifiant ref reference
ms: ms millisecond milliseconde
s: sec
`;

function preparer(commande) {
  return commande.lignes.map((ligne) => ligne.montant);
}

preparer({});

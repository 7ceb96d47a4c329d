package org.fourfold.linkage;

import java.util.List;
import java.util.Random;

/** Invented persons with common names, the commonest drawn most often: the hard case for a search by name. */
public final class CommonNames {

    private static final List<String> GIVEN = List.of(
            "María",
            "José",
            "Juan",
            "Ana",
            "Luis",
            "Rosa",
            "Carlos",
            "Juana",
            "Miguel",
            "Carmen",
            "Pedro",
            "Marta",
            "Francisco",
            "Elena",
            "Jorge",
            "Sandra",
            "Manuel",
            "Gloria",
            "Antonio",
            "Silvia",
            "Mario",
            "Yolanda",
            "Santos",
            "Blanca",
            "Óscar",
            "Marvin",
            "Wendy",
            "Kevin",
            "Yésica",
            "Brenda",
            "Domingo",
            "Micaela");

    private static final List<String> SURNAMES = List.of(
            "López",
            "Hernández",
            "García",
            "Pérez",
            "Martínez",
            "González",
            "Rodríguez",
            "Ramírez",
            "Morales",
            "Gómez",
            "Cruz",
            "Reyes",
            "Flores",
            "Méndez",
            "Vásquez",
            "Díaz",
            "Castillo",
            "Ramos",
            "Mejía",
            "Aguilar",
            "Caal",
            "Choc",
            "Tzoc",
            "Xol",
            "Ixcoy",
            "Chub",
            "Pop",
            "Coc",
            "Zelaya",
            "Orellana",
            "Menjívar",
            "Portillo",
            "Funes",
            "Argueta",
            "Ajanel",
            "Quej",
            "Batz",
            "Saquic",
            "Velásquez",
            "Escobar");

    private CommonNames() {}

    public static String draw(Random lot) {
        return one(GIVEN, lot) + " " + one(GIVEN, lot) + " " + one(SURNAMES, lot) + " " + one(SURNAMES, lot);
    }

    private static String one(List<String> names, Random lot) {
        double skewed = Math.pow(lot.nextDouble(), 1.5);
        return names.get((int) (skewed * names.size()));
    }
}

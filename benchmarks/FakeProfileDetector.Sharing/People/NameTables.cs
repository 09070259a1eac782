namespace FakeProfileDetector.Sharing.People;

/// <summary>Common given and family names of many languages, and made-up words for companies; the combinations are invented.</summary>
internal static class NameTables
{
    internal static readonly string[] Given =
    [
        "Anna", "Anton", "Amira", "Adam", "Beatriz", "Bruno", "Carla", "Chiara", "Daniel", "Dilnaz", "Elena", "Emre", "Eva", "Farid", "Filip",
        "Freya", "Gabriel", "Giulia", "Hana", "Henrik", "Hugo", "Ines", "Ivan", "Jana", "Javier", "Jonas", "Julia", "Kaito", "Karin", "Kofi",
        "Lara", "Leila", "Luca", "Magnus", "Maria", "Mateo", "Mei", "Milan", "Nadia", "Nils", "Noor", "Olga", "Oskar", "Paula", "Pavel",
        "Quentin", "Rania", "Rosa", "Ravi", "Samuel", "Selma", "Sofia", "Tariq", "Tomas", "Ulrike", "Vera", "Viktor", "Wanda", "Yusuf", "Zoe",
    ];

    internal static readonly string[] Family =
    [
        "Becker", "Brandt", "Huber", "Hofmann", "Keller", "Krüger", "Lindner", "Neumann", "Schreiber", "Vogt", "Zimmer", "Engel",
        "Bianchi", "Conti", "Fontana", "Galli", "Marchetti", "Moretti", "Pellegrini", "Rinaldi", "Sartori", "Vitale",
        "Horvat", "Jurić", "Kovač", "Novak", "Petrović", "Babić", "Marić", "Zupan", "Hakimi", "Haddad",
        "Dvořák", "Havel", "Kučera", "Procházka", "Svoboda", "Kowalczyk", "Lewandowski", "Mazur", "Wójcik", "Zieliński",
        "Ivanenko", "Melnyk", "Shevchuk", "Tkachuk", "Orlov", "Sokolova", "Popescu", "Ionescu", "Szabó", "Farkas",
        "Alvarez", "Castillo", "Herrera", "Iglesias", "Molina", "Navarro", "Ortega", "Romero", "Vidal", "Almeida", "Barbosa", "Cardoso", "Ferreira", "Pinto",
        "Andersson", "Bergström", "Dahl", "Eklund", "Halvorsen", "Jensen", "Lund", "Nygaard", "Virtanen", "Korhonen",
        "Aydın", "Çelik", "Demir", "Kaya", "Yıldız", "Khoury", "Mansour", "Nasser", "Rahimi", "Saleh", "Tehrani",
        "Chandra", "Gupta", "Iyer", "Kapoor", "Mehta", "Patel", "Reddy", "Sharma",
        "Fujita", "Ishikawa", "Mori", "Tanaka", "Chen", "Huang", "Lin", "Zhao", "Kang", "Nguyen", "Pham",
        "Adeyemi", "Boateng", "Diallo", "Mensah", "Okafor", "Traoré",
        "Dubois", "Fournier", "Lambert", "Moreau", "Rousseau", "Bakker", "Jansen", "Visser", "Fletcher", "Hughes", "Palmer", "Turner",
    ];

    internal static readonly string[] CompanyNames =
    [
        "Alvora", "Bexton", "Corvanta", "Delmira", "Estrova", "Fennlow", "Glendara", "Harvista", "Ivoranta", "Jorvell", "Kestmark", "Lumevia",
        "Morvanta", "Nordelia", "Ostrivo", "Pelandra", "Quorvex", "Rivenda", "Solvanta", "Tremora", "Ulvenna", "Vestoria", "Wexmoor", "Yarvista", "Zentrova",
    ];

    internal static readonly string[] Businesses =
    [
        "Bakery", "Cleaning Services", "Consulting", "Dental Care", "Fitness Studio", "Garden Design", "Insurance Agency", "Law Office", "Logistics",
        "Photography", "Plumbing", "Realty", "Software GmbH", "Tax Advisors", "Travel Agency", "Veterinary Clinic", "Web Solutions", "Yoga School",
    ];
}

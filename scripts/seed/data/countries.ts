/** One country of the demo's customers. All names are common ones of the country; no list is of real persons. */
export type Country = {
  code: string
  /** How many of a hundred customers live there. */
  share: number
  currency: "eur" | "usd"
  /** In percent. */
  taxRate: number
  taxName: string
  phonePrefix: string
  firstNames: string[]
  lastNames: string[]
  streets: string[]
  /** `City|postal code`, with `|STATE` where addresses have one. */
  cities: string[]
}

const words = (text: string) => text.trim().split(/\s*,\s*/)

export const countries: Country[] = [
  {
    code: "de",
    share: 40,
    currency: "eur",
    taxRate: 19,
    taxName: "USt",
    phonePrefix: "+49 151",
    firstNames: words(
      "Anna, Lena, Marie, Sophie, Laura, Julia, Katharina, Sabine, Petra, Ursula, Claudia, Nina, Johanna, Greta, Emma, Mia, Lukas, Jonas, Felix, Paul, Max, Finn, Leon, Thomas, Michael, Andreas, Stefan, Jürgen, Klaus, Wolfgang, Tobias, Jan, Emre, Yusuf, Aylin, Elif",
    ),
    lastNames: words(
      "Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Lange, Werner, Krause, Lehmann, Köhler, Maier, Yılmaz, Kaya, Demir, Nowak, Kowalski, Jansen",
    ),
    streets: words(
      "Hauptstraße, Bahnhofstraße, Gartenweg, Lindenallee, Schillerstraße, Goethestraße, Bergstraße, Ringstraße, Am Markt, Kirchgasse, Mühlenweg, Rosenstraße",
    ),
    cities: words(
      "Berlin|10115, Berlin|12043, Hamburg|20095, München|80331, München|81667, Köln|50667, Frankfurt am Main|60311, Stuttgart|70173, Düsseldorf|40213, Leipzig|04109, Dresden|01067, Hannover|30159, Nürnberg|90402, Bremen|28195, Freiburg im Breisgau|79098, Münster|48143, Augsburg|86150, Kiel|24103, Erfurt|99084, Garmisch-Partenkirchen|82467",
    ),
  },
  {
    code: "fr",
    share: 17,
    currency: "eur",
    taxRate: 20,
    taxName: "TVA",
    phonePrefix: "+33 6 12",
    firstNames: words(
      "Camille, Léa, Manon, Chloé, Inès, Élodie, Margaux, Nathalie, Isabelle, Sandrine, Amélie, Jeanne, Hugo, Louis, Jules, Gabriel, Arthur, Nathan, Pierre, Julien, Nicolas, François, Olivier, Mathieu, Mehdi, Karim, Fatou, Aminata",
    ),
    lastNames: words(
      "Martin, Bernard, Dubois, Thomas, Robert, Richard, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefebvre, Michel, Garcia, David, Bertrand, Roux, Vincent, Fournier, Morel, Girard, André, Mercier, Dupont, Lambert, Bonnet, Diallo, Traoré, Benali",
    ),
    streets: words(
      "rue de la République, avenue Victor Hugo, rue des Lilas, boulevard Gambetta, rue Pasteur, place du Marché, rue du Moulin, avenue Jean Jaurès",
    ),
    cities: words(
      "Paris|75011, Paris|75018, Lyon|69002, Marseille|13006, Toulouse|31000, Nice|06000, Nantes|44000, Strasbourg|67000, Montpellier|34000, Bordeaux|33000, Lille|59800, Rennes|35000, Grenoble|38000, Annecy|74000, Chamonix-Mont-Blanc|74400",
    ),
  },
  {
    code: "nl",
    share: 11,
    currency: "eur",
    taxRate: 21,
    taxName: "BTW",
    phonePrefix: "+31 6 21",
    firstNames: words(
      "Emma, Julia, Sanne, Lotte, Fleur, Anouk, Femke, Ingrid, Marieke, Daan, Sem, Bram, Lars, Thijs, Jeroen, Pieter, Joost, Wouter, Maarten, Noor, Fatima, Mohamed, Youssef",
    ),
    lastNames: words(
      "de Jong, Jansen, de Vries, van den Berg, van Dijk, Bakker, Janssen, Visser, Smit, Meijer, de Boer, Mulder, de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, El Amrani, Yilmaz",
    ),
    streets: words(
      "Kerkstraat, Dorpsstraat, Molenweg, Stationsweg, Prinsengracht, Julianalaan, Schoolstraat, Beatrixlaan",
    ),
    cities: words(
      "Amsterdam|1012 AB, Rotterdam|3011 AA, Den Haag|2511 BT, Utrecht|3511 CE, Eindhoven|5611 AZ, Groningen|9711 LM, Tilburg|5038 EA, Breda|4811 XC, Nijmegen|6511 VL, Haarlem|2011 RD, Maastricht|6211 CM",
    ),
  },
  {
    code: "at",
    share: 8,
    currency: "eur",
    taxRate: 20,
    taxName: "USt",
    phonePrefix: "+43 664",
    firstNames: words(
      "Anna, Lena, Sarah, Magdalena, Theresa, Elisabeth, Eva, Barbara, Lukas, David, Jakob, Florian, Matthias, Alexander, Georg, Franz, Josef, Maximilian",
    ),
    lastNames: words(
      "Gruber, Huber, Bauer, Wagner, Müller, Pichler, Steiner, Moser, Mayer, Hofer, Leitner, Berger, Fuchs, Eder, Fischer, Schmid, Winkler, Weber, Schwarz, Maier, Novak, Horvat",
    ),
    streets: words(
      "Hauptplatz, Mariahilfer Straße, Landstraße, Mozartgasse, Bergweg, Seestraße, Kaiserjägerstraße, Schulgasse",
    ),
    cities: words(
      "Wien|1010, Wien|1070, Wien|1150, Graz|8010, Linz|4020, Salzburg|5020, Innsbruck|6020, Klagenfurt|9020, Villach|9500, Dornbirn|6850, St. Pölten|3100",
    ),
  },
  {
    code: "dk",
    share: 7,
    currency: "eur",
    taxRate: 25,
    taxName: "Moms",
    phonePrefix: "+45 20 31",
    firstNames: words(
      "Freja, Ida, Clara, Karla, Mette, Sofie, Astrid, Kirsten, Hanne, Emil, Oscar, Noah, Mads, Mikkel, Søren, Lars, Rasmus, Anders, Henrik",
    ),
    lastNames: words(
      "Nielsen, Jensen, Hansen, Pedersen, Andersen, Christensen, Larsen, Sørensen, Rasmussen, Jørgensen, Petersen, Madsen, Kristensen, Olsen, Thomsen, Poulsen, Johansen, Møller",
    ),
    streets: words("Vestergade, Nørrebrogade, Strandvejen, Skolegade, Søndergade, Kirkevej, Åboulevarden, Bakkevej"),
    cities: words(
      "København|1050, København|2200, Aarhus|8000, Odense|5000, Aalborg|9000, Esbjerg|6700, Roskilde|4000, Kolding|6000, Skagen|9990",
    ),
  },
  {
    code: "us",
    share: 17,
    currency: "usd",
    taxRate: 8,
    taxName: "Sales tax",
    phonePrefix: "+1 555 01",
    firstNames: words(
      "Emily, Olivia, Ashley, Jessica, Madison, Hannah, Grace, Jennifer, Linda, Maria, Sofia, Aaliyah, Mei, Priya, James, Michael, Ethan, Noah, Tyler, Brandon, William, Daniel, Carlos, Jose, Wei, Raj, Jamal, Andre",
    ),
    lastNames: words(
      "Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Hernandez, Lopez, Wilson, Anderson, Thomas, Taylor, Moore, Jackson, Lee, Thompson, White, Harris, Clark, Lewis, Walker, Young, Nguyen, Patel, Kim, Chen",
    ),
    streets: words(
      "Main Street, Oak Avenue, Maple Street, Cedar Lane, Washington Street, Lake Drive, Hill Road, 2nd Street",
    ),
    cities: words(
      "Denver|80202|CO, Boulder|80302|CO, Portland|97205|OR, Seattle|98101|WA, San Francisco|94103|CA, Los Angeles|90012|CA, Austin|78701|TX, Chicago|60601|IL, Boston|02108|MA, New York|10011|NY, Brooklyn|11201|NY, Minneapolis|55401|MN, Salt Lake City|84101|UT, Burlington|05401|VT, Asheville|28801|NC",
    ),
  },
]

/** Invented companies, for the customers of whom one is known. */
export const companies = words(
  "Nordwind Outdoor, Gipfelstürmer Alpinschule, Trailhouse, Bergwerk Sport, Atelier Montagne, Refuge du Lac, Polder & Path, Waldläufer Touren, Hüttenwirt Versand, Fjordline Guides, Cascade Supply, High Ridge Outfitters, Kanuverleih Seeblick, Kletterhalle Nordwand, Base Camp Events, Rondane Expeditions, Summit Physio, Velo & Wander, Pine Creek Lodge, Isar Rafting, Vercors Aventure, Campingplatz Dünenblick, Greenway Travel, Alpenrose Hotels",
)

/**
 * Words as universities write them: invented, in the shapes that real course pages have. What looks
 * wrong here (capitals, signs, lengths) is meant: it is what a design meets first.
 */

export type CorpusLang = 'en-GB' | 'cy' | 'fr';

export const titles: Readonly<Record<CorpusLang, readonly string[]>> = {
  'en-GB': [
    'Law',
    'Art',
    'Geography',
    'MUSIC TECHNOLOGY AND SOUND DESIGN',
    'Nursing (Adult): BSc (Hons) with Registration',
    'Accounting & Finance / Banking & Insurance',
    'Computer Science (Cyber Security) [Top-up] – Distance Learning',
    'History, Politics & Philosophy: Ideas, Institutions and Their Afterlives in Europe since 1789 (with a Year Abroad or Away)',
    'C++ and C# Programming for Absolute Beginners',
    'MSc/PgDip/PgCert Advanced Clinical Practice',
    'Electroencephalography',
    'Otorhinolaryngological Pneumonoultramicroscopicsilicovolcanoconiosis Studies',
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz in Translation',
    "Children's Literature & Creative Writing for Young People",
    'Léann na Gaeilge agus Aistriúchán',
    'Teaching English to Speakers of Other Languages (TESOL) and Applied Linguistics',
    '3D Animation & Games',
    'Ægyptian & Near-Eastern Archæology',
    'Health and Social Care Management: Leadership, Commissioning, Integration & Digital Change (Apprenticeship, Level 7)',
    'IT',
    'Counselling — Person-Centred',
    'Food   Science  and Nutrition',
    'Façade Engineering: Naïve Façades, Coöperation and Résumés',
    'BA (Hons) Fashion: Menswear/Womenswear/Knitwear/Print',
    'Chemistry with H₂O and CO₂ (Green Futures)',
    'Mathematics: x² + y² = z² and All That',
    'Foundation Year',
    'Psychotherapy, Psychoanalysis, Psychopharmacology and Psychoneuroimmunology',
    'Sport & Exercise Science (Strength & Conditioning) (Part-Time) (January Start)',
    'Hospitality@Work',
    'العربية Arabic and Middle Eastern Studies',
    'Japanese 日本語 for Business',
  ],
  cy: [
    'Y Gyfraith',
    'Nyrsio',
    'Gofal Iechyd a Chymdeithasol: Arwain a Rheoli mewn Cymunedau Gwledig Cymraeg eu Hiaith',
    'Cymraeg Proffesiynol',
    'ASTUDIAETHAU ADDYSG (BLYNYDDOEDD CYNNAR)',
    'Gwyddor yr Amgylchedd & Chynaliadwyedd',
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch: Enwau Lleoedd',
    'Ŵyn a Ŷd: Amaethyddiaeth Mynydd-dir',
  ],
  fr: [
    'Droit',
    'Études européennes : langues, cultures & institutions',
    'Sciences de l’éducation (parcours « Encadrement et ingénierie de la formation »)',
    'L’art de la traduction',
    'Génie civil – Matériaux, ouvrages d’art et réhabilitation du patrimoine bâti des XIXᵉ et XXᵉ siècles',
    'CRÉATION NUMÉRIQUE',
    'Œnologie',
    'Anticonstitutionnellement : histoire des institutions',
  ],
};

export const words: Readonly<Record<CorpusLang, readonly string[]>> = {
  'en-GB':
    'students teaching placement portfolio seminar employer practice research community workshop leadership evidence supervisor assessment critical project local studio laboratory reading writing listening discussion professional global creative digital career skills module tutor library placement experience field industry week evening challenge theory method design policy health history language data ethics future partner'.split(
      ' ',
    ),
  cy: 'myfyrwyr addysgu lleoliad gwaith portffolio cyflogwr ymchwil cymuned gweithdy arweinyddiaeth tystiolaeth asesu prosiect lleol stiwdio darllen ysgrifennu gwrando trafod proffesiynol creadigol digidol gyrfa sgiliau modiwl tiwtor llyfrgell profiad diwydiant wythnos her damcaniaeth dull dylunio polisi iechyd hanes iaith data moeseg dyfodol'.split(
    ' ',
  ),
  fr: 'étudiants enseignement stage portfolio séminaire employeur pratique recherche communauté atelier direction preuve encadrement évaluation projet local studio laboratoire lecture écriture écoute débat professionnel créatif numérique carrière compétences unité tuteur bibliothèque expérience terrain secteur semaine soirée défi théorie méthode conception politique santé histoire langue données éthique avenir'.split(
    ' ',
  ),
};

/** Short words that stand between the others. */
export const links: Readonly<Record<CorpusLang, readonly string[]>> = {
  'en-GB': 'and of the in with for to by your our a from through'.split(' '),
  cy: 'a o y yn gyda ar i gan eich ein trwy dan'.split(' '),
  fr: 'et de la le en avec pour par votre notre un à dans'.split(' '),
};

export const awards = [
  'BSc (Hons)',
  'Postgraduate Certificate',
  'MSc / PgDip / PgCert',
  'Integrated Master’s degree with Qualified Teacher Status and a Professional Certificate in Inclusive Practice',
  'HNC',
  'Certificate of Higher Education (CertHE)',
];

export const audiences = [
  'uk',
  'international',
  'eu',
  'Scotland / Rest of UK (RUK)',
  'Channel Islands & Isle of Man',
  'Apprentices (paid by employers through the levy)',
  'Étudiants extracommunautaires',
];

export const currencies = ['GBP', 'EUR', 'USD', 'CHF', 'JPY'];

export const starts = [
  '2027-09-20',
  '2028-01-17',
  'September, January or May',
  'Rolling: the first Monday of every month, subject to numbers',
  'TBC',
  'Autumn 2027',
];

export const web = [
  'example.ac.uk/apply',
  'https://www.example.ac.uk/study/postgraduate/courses/2027-28/faculty-of-health-and-social-care/advanced-practice/how-to-apply?utm_source=prospectus&utm_medium=print#entry',
  'averyveryverylongsubdomainwithoutanybreakatall.departmentofcomputing.example.ac.uk',
  'example.ac.uk/ünïcode',
];

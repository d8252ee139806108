/**
 * The classes that prose may carry, and the boxes it may stand in. Templates and style sheets give
 * them their meaning; the reference page of the docs is made from this list.
 */
export const blockClasses: Record<string, string> = {
  'book-only': 'Printed in books only',
  'sheet-only': 'Printed on course sheets only',
  'web-only': 'For the web: left out of books and course sheets',
  short:
    'For short formats: stands for the whole text in a third of a page, and is printed nowhere else',
  'in-facts': 'Says what the key facts say: left out where those are printed',
  small: 'Small print',
  keep: 'Not divided between two columns or pages',
};

export const boxes: Record<string, string> = {
  note: 'Something to know, set apart',
  aside: 'Beside the matter: a story, an example',
  quote: 'What somebody said; the last paragraph says who',
};

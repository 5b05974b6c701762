/** The lines of a list, each a name of two words or three. */
const phrases = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*[\n,]\s*/));

/** Firms and brands with a given and a family name, drinks, dishes, plants, breeds and films: hardly anybody writes of a person. */
const FIRMS = phrases(`
John Lewis, Dow Jones, Baker Hughes, Brown Forman, Foster Wheeler, Foster Grant, Gardner Denver, Harris Teeter, Jack Morton, Jardine Matheson, Kimberly Clark, Martin Marietta, Molson Coors, Pitney Bowes, Reed Elsevier, Smith Wesson, Wolters Kluwer
Bowers Wilkins, Dorothy Perkins, Karen Millen, Moss Bros, Russell Bromley, Kurt Geiger, Charles Clinkard, Lilly Pulitzer, Vera Bradley, Alfred Dunhill, Louis Philippe, Allen Solly, Peter England, Van Heusen, Paco Rabanne, Thierry Mugler
Issey Miyake, Nina Ricci, Carolina Herrera, Elie Saab, Guy Laroche, Pierre Cardin, Christian Louboutin, Manolo Blahnik, Stuart Weitzman, Sam Edelman, Franco Sarto, Rebecca Minkoff, Raymond Weil, Maurice Lacroix, Frederique Constant, Jaeger LeCoultre
Audemars Piguet, Vacheron Constantin, Franck Muller, Girard Perregaux, Ulysse Nardin, Henry London, Begbies Traynor, Henry Hub, Travis CI, Alder Hey, Rose Quartz, Rose Gold, Bharat Forge, Bharat Petroleum, Tata Steel, Marie Celeste
Mary Celeste, Cutty Sark, Ashok Leyland, Maruti Suzuki, Larsen Toubro, Hero Honda, Nelson Mandela Bay, Ellis Island, Norman Cross, Stanley Knife, Phillips Screwdriver, Allen Key, Philips Hue, Allen Wrench, Stillson Wrench, Bowie Knife
Morgan Stanley, Charles Schwab, Merrill Lynch, Franklin Templeton, Clifford Chance, Baker McKenzie, Norton Rose, Hargreaves Lansdown, Louis Dreyfus, Eli Lilly, Philip Morris, Johnson Matthey
Thomson Reuters, Jones Lang LaSalle, Marsh McLennan, Willis Towers Watson, Booz Allen Hamilton, Oliver Wyman, Korn Ferry, Russell Reynolds, Robert Half, Carl Zeiss, Robert Bosch, Grant Thornton, Fannie Mae, Freddie Mac, Sallie Mae
Cushman Wakefield, Julius Baer, Freshfields Bruckhaus, Herbert Smith Freehills, Arthur J. Gallagher, Parker Hannifin, Rockwell Collins
Betty Crocker, Aunt Jemima, Dale Carnegie, Jimmy Dean, Jack Daniel, Johnnie Walker, Jim Beam, Captain Morgan, José Cuervo, Jose Cuervo, Dom Perignon, Dom Pérignon, Remy Martin, Rémy Martin
Earl Grey, Lady Grey, Granny Smith, Oliver Bonas, Papa John, Tim Hortons, Tim Horton, Harry Ramsden, Jimmy John, Famous Amos, Annie Homegrown, Ben Sherman, Fred Perry, Jack Wills, Charles Tyrwhitt, Thomas Pink, Hawes Curtis
Calvin Klein, Ralph Lauren, Tommy Hilfiger, Hugo Boss, Yves Saint Laurent, Louis Vuitton, Michael Kors, Kate Spade, Jimmy Choo, Laura Ashley, Estée Lauder, Estee Lauder, Elizabeth Arden, Helena Rubinstein, Max Factor, Max Mara, Anne Klein, Tory Burch
Marc Jacobs, Donna Karan, Steve Madden, Eddie Bauer, Levi Strauss, Cath Kidston, Emma Bridgewater, Jo Malone, Molton Brown, Miller Harris, Daniel Wellington, Olivia Burton, Thomas Sabo, Harry Winston, Patek Philippe
Doc Martens, Clinton Cards, Victoria Secret, Russell Hobbs, Morphy Richards, Henry Hoover, John Deere, Massey Ferguson
Sherwin Williams, Farrow Ball, James Hardie, Harley Davidson, Aston Martin, Alfa Romeo, Mercedes Benz, Rolls Royce, Land Rover, Ethan Allen, Raymour Flanigan, Harvey Nichols, Harvey Norman, Dan Murphy
Neiman Marcus, Henry Schein, Baxter Healthcare, Smith Nephew, Charles River, Jackson Hewitt
Hamilton Beach, Oliver Peoples, Warby Parker, Alice Olivia, Annie Selke, Hunter Douglas, Williams Sonoma, Marshall Amplification, Claude Code, Ada Lovelace Day
Jane Eyre, Moby Dick, Anna Karenina, Effi Briest, Donnie Darko, Billy Elliot, Jerry Maguire, Annie Hall, Barry Lyndon, Mary Poppins, Bridget Jones
Peter Rabbit, Jack Frost, Ted Lasso, Peaky Blinders, John Barleycorn, Rob Roy
Harvey Wallbanger, Jack Russell, Jack Russells, King Charles, Victoria Sponge, Eggs Benedict, Crêpe Suzette, Crepe Suzette, Peach Melba, Melba Toast, Beef Wellington, Chicken Kiev, Waldorf Salad, Bloody Mary
Rosie Lee, Johnny Cake, Murphy Bed, Maris Piper, King Edward, Charlotte Royale, Sweet William, Jacob Ladder`);

/** Firms whose names many people have as well. */
const FIRMS_AND_PEOPLE = phrases(`
Tom Collins, Sara Lee, Benjamin Moore, Raymond James, Sam Adams, Samuel Adams, William Blair, Mary Rose, Mary Kay, Kenneth Cole, Austin Reed, Arthur Andersen, Jenny Craig, Perry Ellis, Paul Hewitt
Thomas Cook, William Hill, David Jones, Edward Jones, Paul Smith, Ted Baker, Robert Walters, Michael Page, Dick Smith, Charles Taylor, Tom Ford, Peter Jones, Mark Anthony, Jack Cooper, Oscar Mayer, Andrew Martin
Robert Dyas, Timothy Taylor, Samuel Smith, Sam Smith, Arthur Guinness, Allen Edmonds, Stella Artois, Ryan Homes, Taylor Wimpey, Martin Marietta, John Hopkins, Johns Hopkins
Carnegie Mellon, Sarah Lawrence, William Paterson, Robert Gordon, John Moores, James Cook, Charles Sturt, James Madison, George Mason, John Jay, Brigham Young, Oral Roberts, Bob Jones, Wilfrid Laurier
Simon Fraser, Edith Cowan, Leeds Beckett, Edge Hill, John Radcliffe, Mary Immaculate, Queen Mary, Queen Margaret, Royal Holloway`);

/** Products, firms and works behind a title, by the word that follows it: `Dr Pepper`, `Mr Muscle`. */
const TITLED = phrases(`
Dr Pepper, Dr Martens, Dr Scholl, Dr Oetker, Dr Bronner, Dr Jart, Dr Reddy's, Mr Muscle, Mr Kipling, Mr Clean, Mr Coffee, Mr Whippy, Mr Sheen, Mr Robot, Mrs Dash, Mrs Butterworth, Mrs Doubtfire
Mrs Dalloway, Uncle Ben, Uncle Sam, Uncle Toby, Aunt Bessie, Aunt Jemima, Auntie Anne, Sir Kensington, Captain Birdseye, Captain Morgan, Captain Crunch, Captain Marvel, Captain America, Doctor Who, Doctor Strange, Doctor Zhivago, Sergeant Pepper, Sgt Pepper
Miss Selfridge, Miss Saigon, Miss Dior, Miss Universe, Miss World, Miss America, Miss England, Miss Piggy, Ms Marvel, General Mills, General Motors, General Electric, General Dynamics, General Atlantic, Judge Business, President Cheese, Coach House
Coach New, Major League, Nurse Jackie, Professor Layton, Dame Street, Madam Tussaud, Madame Tussaud, Madame Butterfly, Madame Bovary`);

/** Of the names that are a part of a longer run of capitals: `Charles Schwab Corporation`. */
const FIRST_WORDS = 2;

/** Whether the name or its first words are such a firm's. */
export function isFirm(name: string): boolean {
  return FIRMS.has(name) || FIRMS.has(firstWords(name));
}

/** Whether a title and the word behind it are the name of a thing. */
export function isTitledThing(title: string, word: string): boolean {
  return TITLED.has(`${title} ${word}`);
}

/** Whether people have the name, too. */
export function mayBeFirm(name: string): boolean {
  return FIRMS_AND_PEOPLE.has(name);
}

function firstWords(name: string): string {
  return name.split(' ', FIRST_WORDS).join(' ');
}

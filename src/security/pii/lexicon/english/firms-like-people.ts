/** The lines of a list, each a name of two words or three. */
const phrases = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*[\n,]\s*/));

/** Firms and brands with a given and a family name, drinks, dishes, plants, breeds and films: hardly anybody writes of a person. */
const FIRMS = phrases(`
Morgan Stanley, Charles Schwab, Merrill Lynch, Raymond James, Franklin Templeton, Arthur Andersen, Clifford Chance, Baker McKenzie, Norton Rose, Hargreaves Lansdown, Louis Dreyfus, Eli Lilly, Philip Morris, Johnson Matthey
Thomson Reuters, Jones Lang LaSalle, Marsh McLennan, Willis Towers Watson, Booz Allen Hamilton, Oliver Wyman, Korn Ferry, Russell Reynolds, Robert Half, Carl Zeiss, Robert Bosch, Grant Thornton, William Blair, Fannie Mae, Freddie Mac, Sallie Mae
Cushman Wakefield, Julius Baer, Freshfields Bruckhaus, Herbert Smith Freehills, Arthur J. Gallagher, Parker Hannifin, Rockwell Collins
Mary Kay, Betty Crocker, Sara Lee, Aunt Jemima, Jenny Craig, Dale Carnegie, Jimmy Dean, Jack Daniel, Johnnie Walker, Jim Beam, Captain Morgan, José Cuervo, Jose Cuervo, Dom Perignon, Dom Pérignon, Sam Adams, Samuel Adams, Remy Martin, Rémy Martin
Earl Grey, Lady Grey, Granny Smith, Oliver Bonas, Papa John, Tim Hortons, Tim Horton, Harry Ramsden, Jimmy John, Famous Amos, Annie Homegrown, Ben Sherman, Fred Perry, Jack Wills, Charles Tyrwhitt, Thomas Pink, Hawes Curtis
Calvin Klein, Ralph Lauren, Tommy Hilfiger, Hugo Boss, Yves Saint Laurent, Louis Vuitton, Michael Kors, Kate Spade, Jimmy Choo, Laura Ashley, Estée Lauder, Estee Lauder, Elizabeth Arden, Helena Rubinstein, Max Factor, Max Mara, Anne Klein, Tory Burch
Marc Jacobs, Donna Karan, Perry Ellis, Kenneth Cole, Steve Madden, Eddie Bauer, Levi Strauss, Cath Kidston, Emma Bridgewater, Jo Malone, Molton Brown, Miller Harris, Daniel Wellington, Olivia Burton, Thomas Sabo, Harry Winston, Patek Philippe
Doc Martens, Clinton Cards, Victoria Secret, Russell Hobbs, Morphy Richards, Henry Hoover, John Deere, Massey Ferguson, Benjamin Moore
Sherwin Williams, Farrow Ball, James Hardie, Harley Davidson, Aston Martin, Alfa Romeo, Mercedes Benz, Rolls Royce, Land Rover, Ethan Allen, Raymour Flanigan, Harvey Nichols, Harvey Norman, Dan Murphy
Neiman Marcus, Henry Schein, Baxter Healthcare, Smith Nephew, Charles River, Jackson Hewitt
Hamilton Beach, Oliver Peoples, Warby Parker, Alice Olivia, Annie Selke, Hunter Douglas, Williams Sonoma, Marshall Amplification, Claude Code, Ada Lovelace Day
Jane Eyre, Moby Dick, Anna Karenina, Effi Briest, Donnie Darko, Billy Elliot, Jerry Maguire, Annie Hall, Barry Lyndon, Mary Poppins, Bridget Jones
Peter Rabbit, Jack Frost, Ted Lasso, Peaky Blinders, John Barleycorn, Tom Collins, Rob Roy
Harvey Wallbanger, Jack Russell, Jack Russells, King Charles, Victoria Sponge, Eggs Benedict, Crêpe Suzette, Crepe Suzette, Peach Melba, Melba Toast, Beef Wellington, Chicken Kiev, Waldorf Salad, Bloody Mary
Rosie Lee, Johnny Cake, Murphy Bed, Maris Piper, King Edward, Charlotte Royale, Sweet William, Ragged Robin, Herb Robert, Creeping Jenny, Jacob Ladder`);

/** Firms whose names many people have as well. */
const FIRMS_AND_PEOPLE = phrases(`
John Lewis, Thomas Cook, William Hill, David Jones, Edward Jones, Paul Smith, Ted Baker, Robert Walters, Michael Page, Dick Smith, Charles Taylor, Tom Ford, Peter Jones, Mark Anthony, Jack Cooper, Oscar Mayer, Andrew Martin
Robert Dyas, Timothy Taylor, Samuel Smith, Sam Smith, Arthur Guinness, Allen Edmonds, Stella Artois, Ryan Homes, Taylor Wimpey, Martin Marietta, John Hopkins, Johns Hopkins
Carnegie Mellon, Sarah Lawrence, William Paterson, Robert Gordon, John Moores, James Cook, Charles Sturt, James Madison, George Mason, John Jay, Brigham Young, Oral Roberts, Bob Jones, Wilfrid Laurier
Simon Fraser, Edith Cowan, Leeds Beckett, Edge Hill, John Radcliffe, Mary Immaculate, Queen Mary, Queen Margaret, Royal Holloway`);

/** Of the names that are a part of a longer run of capitals: `Charles Schwab Corporation`. */
const FIRST_WORDS = 2;

/** Whether the name or its first words are such a firm's. */
export function isFirm(name: string): boolean {
  return FIRMS.has(name) || FIRMS.has(firstWords(name));
}

/** Whether people have the name, too. */
export function mayBeFirm(name: string): boolean {
  return FIRMS_AND_PEOPLE.has(name);
}

function firstWords(name: string): string {
  return name.split(' ', FIRST_WORDS).join(' ');
}

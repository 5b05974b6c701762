/** Names that begin sentences as ordinary words do: Mark it as done, Grant access. Within a sentence the capital tells. */
export const NAMES_AND_WORDS: ReadonlySet<string> = new Set(
  'Amber Angel April Art August Autumn Baker Basil Bell Bill Bishop Bond Booker Brook Brooks Brown Buck Carol Chance Chase Cherry Chip Christian Clay Cliff Cook Crystal Daisy Dale Dawn Dean Deacon Destiny Dick Dolly Don Drew Earl Eve Faith Fields Fisher Forest Frank Gale Gene Ginger Glen Grace Grant Gray Green Guy Hall Hardy Harmony Harper Harry Hazel Heath Heather Hope Holly Hunter Iris Ivy Jack Jade Jasmine Jay Jean Jewel Jimmy Joy Judge June Justice King Lance Lane Laurel Lee Lily Long Love Major Mark Marshall Mason Matt Max May Mercedes Mercy Merry Miles Miller Myrtle Noble Norm Olive Opal Page Park Parker Pat Patience Pearl Penny Pierce Piper Poppy Porter Price Prince Prudence Ray Read Reed Rich Rob Robin Rose Rowan Royal Ruby Rusty Sandy Scott Skip Skye Smith Star Sterling Stone Storm Sue Summer Taylor Ted Temple Terry Tony Trinity Tucker Victor Violet Wade Walker Wall Ward Warren Wells West Will Willow Winter Woods Wright Young'.split(
    ' ',
  ),
);

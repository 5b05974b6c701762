/** Flowers, stones, virtues, gods, universities, cars and the like that people are named after: alone they are rather the thing. */
export const NAMES_THAT_ARE_WORDS: readonly string[] = `
Amber Angel Aspen Autumn Azalea Basil Bay Berry Bill Blossom Branch Briar Bud Buttercup Candy Cash Chance Chase Cherry Chip Christian Clay Clementine Cliff Clover Coral Crystal Cypress
Dahlia Daisy Dale Dawn Destiny Dick Dolly Dusty Ebony Emerald Fern Flora Forest Frank Gale Gene Genesis Ginger Gill Glen Goldie Grace Grant Harmony Harper Harvest Hazel Heath Heather Herb Holly
Hunter Hyacinth Iris Ivory Ivy Jade Jasmine Jasper Jewel Joy Juniper Lance Lark Laurel Lavender Liberty Lilac Lily Linden Magnolia Marigold Mark Marsh Mason Maverick May Max Melody Mercedes Mercy
Miles Misty Moss Myrtle Nick Norm Oakley Olive Opal Orchid Pansy Patience Pearl Pepper Petunia Piper Poppy Precious Primrose Prince Princess Prudence Rain Ray River Rob Robin Rocky Rose
Rosemary Ruby Rusty Saffron Sage Sandy Savannah Scarlet Sierra Skip Sky Sonny Star Sterling Stone Stormy Sue Summer Sunny Tiger Tin Trinity Trip Unity Valentine Venus Verity Viola Violet Wade Ward Willow
Winter Wren Drew Cooper Colt Duke Earl King Major Queen Rich Sailor Scout Spike Titan Vale
Emory Stanford Aston Kenyon Jameson Thanos Carmel Yuma Olympia Earnest Octavia Giulietta Fabia Olympe Vesta Athena Apollo Minerva Aurora Nova Orion Phoenix Atlas Hermes Artemis Juno Venus Gaia Ceres Vespa Lotus`
  .trim()
  .split(/\s+/);

/** One kind of product; the shop has one product for each of its names. */
export type ProductKind = {
  category: string
  /** The category above. */
  parent: string
  type: string
  nouns: string[]
  sizes: string[]
  /** Lowest and highest price in euro. */
  prices: [number, number]
}

const clothes = ["S", "M", "L", "XL"]
const shoes = ["38", "40", "42", "44"]
const one = ["One size"]

export const kinds: ProductKind[] = [
  {
    category: "Rain jackets",
    parent: "Clothing",
    type: "Apparel",
    nouns: ["Rain Jacket", "Rain Parka", "Shell Jacket"],
    sizes: clothes,
    prices: [119, 289],
  },
  {
    category: "Down jackets",
    parent: "Clothing",
    type: "Apparel",
    nouns: ["Down Jacket", "Down Vest"],
    sizes: clothes,
    prices: [139, 329],
  },
  {
    category: "Fleece",
    parent: "Clothing",
    type: "Apparel",
    nouns: ["Fleece Jacket", "Fleece Pullover"],
    sizes: clothes,
    prices: [59, 129],
  },
  {
    category: "Base layers",
    parent: "Clothing",
    type: "Apparel",
    nouns: ["Merino Shirt", "Merino Leggings"],
    sizes: clothes,
    prices: [49, 99],
  },
  {
    category: "Trousers",
    parent: "Clothing",
    type: "Apparel",
    nouns: ["Trekking Trousers", "Zip-off Trousers"],
    sizes: clothes,
    prices: [69, 149],
  },
  {
    category: "T-shirts",
    parent: "Clothing",
    type: "Apparel",
    nouns: ["Organic T-Shirt", "Tech T-Shirt"],
    sizes: clothes,
    prices: [25, 49],
  },
  {
    category: "Hiking boots",
    parent: "Footwear",
    type: "Shoes",
    nouns: ["Hiking Boot", "Trekking Boot"],
    sizes: shoes,
    prices: [139, 279],
  },
  {
    category: "Trail shoes",
    parent: "Footwear",
    type: "Shoes",
    nouns: ["Trail Shoe", "Approach Shoe"],
    sizes: shoes,
    prices: [89, 169],
  },
  {
    category: "Sandals",
    parent: "Footwear",
    type: "Shoes",
    nouns: ["Trekking Sandal"],
    sizes: shoes,
    prices: [59, 109],
  },
  {
    category: "Backpacks",
    parent: "Equipment",
    type: "Gear",
    nouns: ["Daypack 22", "Backpack 38", "Trekking Pack 55"],
    sizes: ["Regular", "Long"],
    prices: [69, 249],
  },
  {
    category: "Tents",
    parent: "Equipment",
    type: "Gear",
    nouns: ["Tent 1P", "Tent 2P", "Family Tent"],
    sizes: ["Green", "Sand"],
    prices: [179, 649],
  },
  {
    category: "Sleeping bags",
    parent: "Equipment",
    type: "Gear",
    nouns: ["Sleeping Bag -5", "Summer Sleeping Bag"],
    sizes: ["Regular", "Long"],
    prices: [99, 349],
  },
  {
    category: "Camp kitchen",
    parent: "Equipment",
    type: "Gear",
    nouns: ["Gas Stove", "Cook Set", "Enamel Mug"],
    sizes: one,
    prices: [12, 89],
  },
  {
    category: "Lighting",
    parent: "Equipment",
    type: "Gear",
    nouns: ["Headlamp", "Camp Lantern"],
    sizes: one,
    prices: [24, 79],
  },
  {
    category: "Hats",
    parent: "Accessories",
    type: "Accessory",
    nouns: ["Wool Beanie", "Sun Hat"],
    sizes: one,
    prices: [19, 45],
  },
  {
    category: "Gloves",
    parent: "Accessories",
    type: "Accessory",
    nouns: ["Fleece Gloves", "Ski Gloves"],
    sizes: ["S", "M", "L"],
    prices: [22, 89],
  },
  {
    category: "Socks",
    parent: "Accessories",
    type: "Accessory",
    nouns: ["Hiking Socks", "Merino Socks"],
    sizes: ["36-40", "41-45"],
    prices: [12, 26],
  },
  {
    category: "Bottles",
    parent: "Accessories",
    type: "Accessory",
    nouns: ["Steel Bottle", "Vacuum Flask"],
    sizes: ["0.5 l", "1 l"],
    prices: [18, 42],
  },
]

/** Model names: places where one goes with such things. */
export const models = [
  "Lofoten",
  "Karwendel",
  "Rondane",
  "Vercors",
  "Skagen",
  "Arlberg",
  "Sarek",
  "Engadin",
  "Ardennes",
  "Cascade",
  "Jotun",
  "Wicklow",
]

export const collections = ["Spring/Summer", "Autumn/Winter", "All Year", "Alpine", "Last Chance"]

export const tags = ["new", "bestseller", "sustainable", "waterproof", "ultralight", "vegan"]

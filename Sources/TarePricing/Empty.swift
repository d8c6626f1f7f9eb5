// The first file of TarePricing takes this one's place.

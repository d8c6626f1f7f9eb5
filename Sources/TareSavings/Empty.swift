// The first file of TareSavings takes this one's place.

// The first file of TareTrim takes this one's place.

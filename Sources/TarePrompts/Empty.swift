// The first file of TarePrompts takes this one's place.

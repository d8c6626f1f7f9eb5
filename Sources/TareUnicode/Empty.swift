// The first file of TareUnicode takes this one's place.

// The first file of TareRanking takes this one's place.

// The first file of TareGit takes this one's place.

// The first file of TareReports takes this one's place.

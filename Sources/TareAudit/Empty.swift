// The first file of TareAudit takes this one's place.
